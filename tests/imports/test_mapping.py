"""Columns find their meaning by what they are called and by what is in them, in the words of the wild."""

import pytest

from dashboard.imports.choosing import IGNORED
from dashboard.imports.mapping import map_columns
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.recognizing import is_known_name
from dashboard.imports.tables import Table, read_table


def table(header: str, *rows: str) -> Table:
    return read_table("\n".join((header, *rows)).encode(), is_known=lambda name: is_known_name(name, PEOPLE))


def meanings(header: str, *rows: str, **choices) -> dict[str, str | None]:
    return {column.name: column.field for column in map_columns(table(header, *rows), PEOPLE, **choices).columns}


def test_a_talent_systems_export():
    assert meanings(
        "first name,last name,email address,both mentor and mentee,job title,grade,organisation,biography,profession,"
        "characteristics",
        "Ana,Ruiz,ana@example.org,no,Engineer,B2,Acme,Hello,Law,calm",
    ) == {
        "first name": "first_name",
        "last name": "last_name",
        "email address": "email",
        "both mentor and mentee": "both",
        "job title": "job_title",
        "grade": None,
        "organisation": "organization",
        "biography": "bio",
        "profession": None,
        "characteristics": "skills",
    }


def test_a_form_export_with_questions_as_headers():
    assert meanings(
        "Timestamp,Email Address,First & Last Name,What skills would you like to learn?,Are you a mentor or a mentee?,"
        "Where are you located?",
        "1/21/2026 8:07:00,ana@example.org,Ana Ruiz,SQL,Mentor,Lima",
    ) == {
        "Timestamp": None,
        "Email Address": "email",
        "First & Last Name": "name",
        "What skills would you like to learn?": "skills_sought",
        "Are you a mentor or a mentee?": "role",
        "Where are you located?": "location",
    }


def test_a_personnel_export_in_camel_case():
    assert meanings(
        "employeeId,supervisorId,firstName,lastName,email,employeeStatusCode", "007,001,Ana,Ruiz,ana@example.org,A"
    ) == {
        "employeeId": "external_id",
        "supervisorId": "manager_id",
        "firstName": "first_name",
        "lastName": "last_name",
        "email": "email",
        "employeeStatusCode": None,
    }


def test_required_marks_do_not_matter():
    assert meanings("First Name*,Last Name*,Email*,Phone Number,Student ID", "Ana,Ruiz,ana@example.org,1,007") == {
        "First Name*": "first_name",
        "Last Name*": "last_name",
        "Email*": "email",
        "Phone Number": None,
        "Student ID": "external_id",
    }


def test_snake_case_and_two_columns_of_skills():
    mapping = map_columns(
        table(
            "mentor_email,organization,job_title,expertise_tags,languages,location,years_experience,coaching_topics,bio",
            "ana@example.org,Acme,Judge,law|tax,en;es,Lima,4,speaking,Hello",
        ),
        PEOPLE,
    )

    assert [(column.field, column.separator) for column in mapping.columns] == [
        ("email", None),
        ("organization", None),
        ("job_title", None),
        ("skills_offered", "|"),
        ("languages", ";"),
        ("location", None),
        ("years_experience", None),
        ("skills", ""),
        ("bio", None),
    ]


def test_preferences_in_long_form():
    assert meanings("name,interest,rank", "Ana,SQL,1") == {"name": "name", "interest": "skills", "rank": "rank"}


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Nombre;Apellidos;Correo electrónico;Zona horaria", ["first_name", "last_name", "email", "time_zone"]),
        ("Prénom;Nom;Adresse e-mail;Fuseau horaire", ["first_name", "last_name", "email", "time_zone"]),
        ("Vorname;Nachname;E-Mail-Adresse;Zeitzone", ["first_name", "last_name", "email", "time_zone"]),
        ("Nome;Cognome;Posta elettronica;Fuso orario", ["first_name", "last_name", "email", "time_zone"]),
        ("名;姓;邮箱;时区", ["first_name", "last_name", "email", "time_zone"]),
    ],
)
def test_headers_in_other_languages(header, fields):
    assert list(meanings(header, "Ana;Ruiz;ana@example.org;America/Lima").values()) == fields


def test_a_misspelled_header_is_known_with_less_confidence():
    (column,) = map_columns(table("E-Mail Adress", "ana@example.org"), PEOPLE).columns

    assert (column.field, column.confidence, column.why) == ("email", 92, "name")


def test_an_anonymous_email_column_gives_way_to_the_real_one():
    assert meanings(
        "Email,Your name,What is your work e-mail?", "anonymous,Ana,ana@example.org", "anonymous,Ben,ben@example.org"
    ) == {"Email": None, "Your name": "name", "What is your work e-mail?": "email"}


def test_a_column_that_holds_addresses_is_the_email_whatever_it_is_called():
    mapping = map_columns(table("Who,Reach", "Ana,ana@example.org", "Ben,ben@example.org"), PEOPLE)

    assert [(column.field, column.confidence, column.why) for column in mapping.columns] == [
        (None, 0, ""),
        ("email", 80, "content"),
    ]


def test_equal_headers_are_not_merged_the_first_one_counts():
    assert meanings("Email,Name,Email", "a@example.org,Ana,b@example.org") == {
        "Email": "email",
        "Name": "name",
        "Email (2)": None,
    }


def test_somebody_elses_name_is_nobodys():
    assert meanings("Name,Email,Manager name", "Ana,ana@example.org,Ben")["Manager name"] is None


def test_the_coordinators_choices_win_and_free_the_field_for_nobody_else():
    assert meanings(
        "Email,Other mail,Name",
        "a@example.org,b@example.org,Ana",
        choices={"Email": IGNORED, "Other mail": "email", "Name": "nonsense"},
    ) == {"Email": None, "Other mail": "email", "Name": "name"}


def test_a_separator_can_be_chosen():
    mapping = map_columns(table("Email,Skills", "a@example.org,x; y"), PEOPLE, separators={"Skills": ""})

    assert [column.separator for column in mapping.columns] == [None, ""]


def test_samples_are_the_first_three_values_that_differ():
    mapping = map_columns(
        table("Email,Team", "a@x.org,", "b@x.org,Law", "c@x.org,Law", "d@x.org,Tax", "e@x.org,'=1"), PEOPLE
    )

    assert mapping.columns[1].samples == ("Law", "Tax", "=1")


def test_fields_of_work_are_departments_where_another_column_holds_the_skills():
    assert meanings("Name;E-Mail;Fachgebiet;Kenntnisse", "Ana;ana@example.org;Marketing;Branding, SQL") == {
        "Name": "name",
        "E-Mail": "email",
        "Fachgebiet": "department",
        "Kenntnisse": "skills",
    }


def test_the_number_of_the_answer_is_nobodys_id():
    assert meanings("ID,Email", "1,ana@example.org", "2,ben@example.org") == {"ID": None, "Email": "email"}
    assert meanings("ID,Email", "7,ana@example.org", "3,ben@example.org")["ID"] == "external_id"
    assert meanings("Employee ID,Email", "1,ana@example.org", "2,ben@example.org")["Employee ID"] == "external_id"


def test_a_column_that_lost_its_field_is_not_taken_for_the_next_best():
    assert meanings("Email,Name,What is your full name?,Mentor", "ana@example.org,,Ana Ruiz,yes") == {
        "Email": "email",
        "Name": None,
        "What is your full name?": "name",
        "Mentor": "is_mentor",
    }


def test_columns_without_names_are_known_by_what_is_in_them():
    mapping = map_columns(
        table("Ana Ruiz,ana@example.org,Mentor,Lima", "Ben van den Ode,ben@example.org,Mentee,Quito"), PEOPLE
    )

    assert [(column.name, column.field, column.is_doubtful) for column in mapping.columns] == [
        ("Column A", "name", True),
        ("Column B", "email", True),
        ("Column C", "role", True),
        ("Column D", None, False),
    ]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Skills wanted", "skills_sought"),
        ("Mentoring needs", "skills_sought"),
        ("departmentName", "department"),
        ("locationName", "location"),
        ("Dirección de correo electrónico", "email"),
        ("Profile completion", None),
        ("Office hours", None),
    ],
)
def test_names_of_columns_in_other_products(header, field):
    column = map_columns(
        table(f"Full name,{header}", f"Ana Ruiz,{'100%' if field is None else 'x@example.org'}"), PEOPLE
    ).columns[1]

    assert (column.field, column.is_doubtful) == (field, False)
