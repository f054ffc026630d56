"""Columns that could mean the same: the likelier one does, both are told of, and a choice moves the meaning."""

from dashboard.imports.cells import read_cells
from dashboard.imports.choosing import ALSO, IGNORED
from dashboard.imports.kinds import KINDS
from dashboard.imports.mapping import map_columns
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.remarks import remark
from tests.imports.rosters import read


def told(content: str, kind=PEOPLE, **choices) -> dict[str, tuple]:
    """By column: its field, whether it is worth a look, and what is said about it."""
    columns = map_columns(read(content), kind, **choices).columns
    return {column.name: (column.field, column.is_doubtful, remark(column, kind)) for column in columns}


TWO = "Name,Email,Work email\nAna,ana@home.example,ana@example.org\nBen,ben@home.example,ben@example.org\n"


def test_two_columns_of_the_same_name_are_both_told_of():
    assert told(TWO) == {
        "Name": ("name", False, ""),
        "Email": ("email", True, '"Work email" could be E-mail, too.'),
        "Work email": (None, False, 'Could be E-mail, too; for now "Email" is.'),
    }


def test_the_column_that_holds_more_of_it_wins_whatever_it_is_called():
    content = (
        "Email,Name,Please confirm your work address by e-mail\nanonymous,Ana,ana@example.org\n"
        "ben@example.org,Ben,ben@example.org\nanonymous,Cy,cy@example.org\n"
    )
    instead = "Please confirm your work address by e-mail"

    assert told(content) == {
        "Email": (None, False, f'Could be E-mail, too; for now "{instead}" is.'),
        "Name": ("name", False, ""),
        instead: ("email", True, 'Taken for its values: "Email" is called so, too, but holds less of it.'),
    }
    assert told(content.replace("anonymous", ""))[instead][0] == "email"


def test_the_email_of_a_form_that_asks_nobody_who_they_are_gives_way_to_what_was_asked():
    content = (
        "Email,Full name,What is your work email address?\nanonymous,Ana,ana@example.org\nanonymous,Ben,ben@x.org\n"
    )

    assert told(content)["What is your work email address?"] == (
        "email",
        True,
        'Taken for its values: "Email" is called so, too, but holds less of it.',
    )


def test_an_email_that_says_anonymous_in_each_row_is_told_of():
    assert told("Email,Name,What is your address?\nanonymous,Ana,ana@example.org\nanonymous,Ben,ben@example.org\n") == {
        "Email": (None, False, 'Could be E-mail, too; for now "What is your address?" is.'),
        "Name": ("name", False, ""),
        "What is your address?": (
            "email",
            True,
            'Taken for its values: "Email" is called so, too, but holds less of it.',
        ),
    }


def test_one_address_in_every_row_is_of_whoever_filled_the_form_in():
    content = (
        "Email address,Name,Participant's email\nhr@example.org,Ana,ana@example.org\nhr@example.org,Ben,ben@x.org\n"
    )

    assert [field for field, _, _ in told(content).values()] == [None, "name", "email"]


def test_two_columns_that_say_the_same_are_no_question():
    content = "Name,Email,Confirm email\nAna,ana@example.org,ANA@example.org\nBen,ben@example.org,\n"

    assert told(content)["Email"] == ("email", False, "")


def test_an_empty_column_competes_with_nobody():
    assert told("Name,Email,Work email\nAna,ana@example.org,\n") == {
        "Name": ("name", False, ""),
        "Email": ("email", False, ""),
        "Work email": (None, False, ""),
    }


def test_the_label_goes_before_another_word_for_it():
    fields = told("Preferred name,First name,Last name,Email\nAni,Ana,Ruiz,ana@example.org\n")

    assert [field for field, _, _ in fields.values()] == [None, "first_name", "last_name", "email"]


def test_a_part_of_the_name_beside_the_whole_says_when_it_counts():
    assert told("Name,Preferred name,Email\nAna Maria Ruiz,Ani,ana@example.org\n")["Preferred name"] == (
        "first_name",
        False,
        'Counts only where "Name" is blank.',
    )
    assert told("Name,Preferred name,Email\nAna Maria Ruiz,,ana@example.org\n")["Preferred name"] == (
        "first_name",
        False,
        "",
    )


def test_a_doubtful_name_says_why():
    assert told("Who,Reach\nAna,ana@example.org\n")["Reach"] == ("email", True, "Known by its values, not by its name.")
    assert told("Home department now,Email\nLaw,ana@example.org\n")["Home department now"] == (
        "department",
        True,
        'Only partly called like "Department".',
    )


def test_a_choice_settles_it():
    assert told(TWO, choices={"Email": "email"})["Email"] == ("email", False, "")


def test_a_chosen_field_moves_from_the_column_that_was_guessed_and_from_one_that_was_chosen():
    guessed = (None, False, 'Could be E-mail, too; for now "Work email" is.')
    moved = (None, False, 'No longer E-mail: you chose "Work email" for it.')

    assert told(TWO, choices={"Work email": "email"})["Email"] == guessed
    assert told(TWO, choices={"Email": "email", "Work email": "email"}) == {
        "Name": ("name", False, ""),
        "Email": moved,
        "Work email": ("email", False, ""),
    }


def test_what_was_moved_comes_back_when_the_later_choice_is_taken_back():
    assert told(TWO, choices={"Email": "email", "Work email": IGNORED})["Email"] == ("email", False, "")


def test_both_columns_count_where_that_is_what_was_chosen():
    table = read("Name,Email,Work email\nAna,ana@home.example,\nBen,,ben@example.org\nCy,cy@x.org,cy@y.org\n")
    columns = map_columns(table, PEOPLE, {"Email": "email", "Work email": ALSO + "email"})
    values = read_cells(table, columns, PEOPLE)

    assert remark(columns.columns[2], PEOPLE) == 'Counts only where "Email" is blank.'
    assert [contact.email for contact in values.fields["email"]] == ["ana@home.example", "ben@example.org", "cy@x.org"]
    assert [one.sentence for one in values.troubles[2]] == [
        '"Email" and "Work email" are both E-mail, but differ. Correct or empty one of them.'
    ]


def test_fields_that_several_columns_fill_are_never_moved():
    content = "Name,Email,Skills,Topics\nAna,ana@example.org,SQL,Law\n"

    assert [field for field, _, _ in told(content, choices={"Skills": "skills", "Topics": "skills"}).values()] == [
        "name",
        "email",
        "skills",
        "skills",
    ]


def test_every_kind_of_file_tells_of_columns_that_compete():
    content = "Mentor,Mentee,Start,Match date\nAna Ruiz,Ben Ode,2026-01-05,2026-01-01\n"

    assert told(content, KINDS["pairs"].kind)["Match date"] == (None, False, 'Could be Start, too; for now "Start" is.')
