import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError, InvalidError, NotFoundError, RuleError
from dashboard.services.people import add_person, allow_again, clean_person, edit_person, remove_person, separate
from models import Person, Separation
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing, make_person


def test_clean_person_tidies_every_field():
    assert clean_person(
        {
            "name": "  Ana\u200b   María\tRuiz ",
            "email": " Ana.Ruiz@Example.ORG ",
            "external_id": " 007 ",
            "job_title": "",
            "location": None,
            "time_zone": "america/bogota",
            "languages": "Spanish; English,spanish",
            "years_experience": "7,5",
            "manager_email": "Boss@Example.org",
            "bio": " First line.  \r\nSecond line.\n\n",
        }
    ) == {
        "name": "Ana María Ruiz",
        "name_key": "ana maria ruiz",
        "email": "Ana.Ruiz@example.org",
        "email_key": "ana.ruiz@example.org",
        "external_id": "007",
        "job_title": None,
        "location": None,
        "time_zone": "America/Bogota",
        "languages": "Spanish, English",
        "years_experience": 7.5,
        "manager_email": "boss@example.org",
        "bio": "First line.\nSecond line.",
    }


def test_clean_person_takes_an_e_mail_away_with_its_key():
    assert clean_person({"email": " "}) == {"email": None, "email_key": None}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", " ", "A person needs a name. Type the name they go by."),
        ("name", "x" * 201, "The name is too long: it has 201 characters. Shorten it to 200."),
        (
            "email",
            "anonymous",
            '"anonymous" is not an e-mail address: an email address must have an @-sign. Correct it or leave it empty.',
        ),
        ("time_zone", "Bogotá", '"Bogotá" is not a time zone that is known here. Did you mean America/Bogota?'),
        (
            "time_zone",
            "Europe/Berlni",
            '"Europe/Berlni" is not a time zone that is known here. Did you mean Europe/Berlin?',
        ),
        (
            "time_zone",
            "GMT+2",
            '"GMT+2" is a difference that changes with the season. '
            "Use a name such as America/Bogota or Europe/Berlin, or leave it empty.",
        ),
        (
            "time_zone",
            "on the moon somewhere",
            '"on the moon somewhere" is not a time zone that is known here. '
            "Use a name such as America/Bogota or Europe/Berlin, or leave it empty.",
        ),
        ("years_experience", "many", '"many" is not a number of years. Years of experience go from 0 to 80.'),
        ("years_experience", "1,000", '"1,000" is not a number of years. Years of experience go from 0 to 80.'),
        ("years_experience", -1, '"-1" is not a number of years. Years of experience go from 0 to 80.'),
    ],
)
def test_clean_person_says_what_cannot_be(field, value, sentence):
    with pytest.raises(InvalidError) as refused:
        clean_person({field: value})

    assert str(refused.value) == sentence


@pytest.mark.parametrize("zone", ["america/new york", "America/New_York", "New York"])
def test_a_time_zone_is_told_by_its_name_or_by_its_city(zone):
    assert clean_person({"time_zone": zone}) == {"time_zone": "America/New_York"}


def test_add_person_needs_a_name(database):
    with pytest.raises(InvalidError, match="A person needs a name"), writing("Ana", "Added") as session:
        add_person(session, email="ines@example.org")


def test_add_person_names_who_has_the_address_already(database):
    with writing("Ana", "Added") as session:
        add_person(session, name="Ines Vega", email="ines@example.org")

    with pytest.raises(ConflictError) as refused, writing("Ana", "Added") as session:
        add_person(session, name="Ilya Vega", email="INES@example.org")

    assert str(refused.value) == (
        "INES@example.org is the e-mail of Ines Vega already. If this is the same person, choose them instead; "
        "if the two share an address, say so and save again."
    )


def test_an_address_may_be_shared_when_it_is_meant(database):
    with writing("Ana", "Added") as session:
        add_person(session, name="Ines Vega", email="vega@example.org")
        ilya = add_person(session, name="Ilya Vega", email="vega@example.org", allow_shared_email=True)

    with writing("Ana", "Edited") as session:
        edit_person(session, person_id=ilya, email="Vega@example.org", name="Ilya A. Vega")

    with reading() as session:
        rows = session.exec(select(Person).order_by(Person.id)).all()
        assert [(row.name, row.email_key) for row in rows] == [
            ("Ines Vega", "vega@example.org"),
            ("Ilya A. Vega", "vega@example.org"),
        ]


def test_an_id_stands_for_one_person(database):
    with writing("Ana", "Added") as session:
        add_person(session, name="Ines Vega", external_id="E-1")

    with (
        pytest.raises(ConflictError, match=r'The ID "E-1" belongs to Ines Vega already. Correct one of the two.'),
        writing("Ana", "Added") as session,
    ):
        add_person(session, name="Ilya Vega", external_id="E-1", allow_shared_email=True)


def test_edit_person_changes_what_is_given_and_nothing_else(database):
    with writing("Ana", "Added") as session:
        ines = add_person(session, name="Ines", email="ines@example.org", location="Bogotá", years_experience=3)
        make_person(session, "Spurious")

    with writing("Ana", "Edited") as session:
        edit_person(session, person_id=ines, location=None, job_title="Analyst")

    with reading() as session:
        row = session.get_one(Person, ines)
        assert (row.name, row.email, row.location, row.job_title, row.years_experience) == (
            "Ines",
            "ines@example.org",
            None,
            "Analyst",
            3,
        )


def test_a_person_who_was_removed_meanwhile_is_a_sentence(database):
    with pytest.raises(NotFoundError, match="This person is not here any more"), writing("Ana", "Edited") as session:
        edit_person(session, person_id=999, name="Ines")


def test_remove_person_takes_their_separations_along(database):
    with writing("Ana", "Added") as session:
        ines, ilya = make_person(session, "Ines"), make_person(session, "Ilya")
        separate(session, person_id=ines, other_id=ilya)

    with writing("Ana", "Removed") as session:
        remove_person(session, person_id=ines)

    with reading() as session:
        assert [row.name for row in session.exec(select(Person))] == ["Ilya"]
        assert session.exec(select(Separation)).all() == []


def test_remove_person_refuses_somebody_in_a_cohort(database):
    with writing("Ana", "Added") as session:
        ines = make_person(session, "Ines")
        make_mentee(session, make_cohort(session), person_id=ines)

    with pytest.raises(RuleError, match="Ines is in a cohort"), writing("Ana", "Removed") as session:
        remove_person(session, person_id=ines)


def test_separate_and_allow_again_whatever_the_order(database):
    with writing("Ana", "Added") as session:
        ines, ilya = make_person(session, "Ines"), make_person(session, "Ilya")

    with writing("Ana", "Kept apart") as session:
        separate(session, person_id=ilya, other_id=ines, reason="  Family. ")
    with reading() as session:
        assert [(row.person_a_id, row.person_b_id, row.reason) for row in session.exec(select(Separation))] == [
            (ines, ilya, "Family.")
        ]
    with (
        pytest.raises(ConflictError, match="Ines and Ilya are kept apart already"),
        writing("Ana", "Kept apart") as session,
    ):
        separate(session, person_id=ines, other_id=ilya)

    with writing("Ana", "Allowed again") as session:
        allow_again(session, person_id=ines, other_id=ilya)
    with (
        pytest.raises(NotFoundError, match="These two are not kept apart any more"),
        writing("Ana", "Allowed") as session,
    ):
        allow_again(session, person_id=ines, other_id=ilya)


def test_separate_refuses_the_same_person_twice(database):
    with writing("Ana", "Added") as session:
        ines = make_person(session, "Ines")

    with pytest.raises(RuleError, match="Nobody can be kept apart from themselves"), writing("Ana", "A") as session:
        separate(session, person_id=ines, other_id=ines)


@pytest.mark.parametrize("mentor_first", [True, False])
def test_separate_refuses_two_who_are_paired(database, mentor_first):
    with writing("Ana", "Paired") as session:
        cohort_id, ines, ilya = make_cohort(session), make_person(session, "Ines"), make_person(session, "Ilya")
        mentor = make_mentor(session, cohort_id, person_id=ines)
        make_pairing(session, mentor, make_mentee(session, cohort_id, person_id=ilya), status="paused")

    one, other = (ines, ilya) if mentor_first else (ilya, ines)
    with pytest.raises(RuleError, match=r"are paired now. End their pairing first"), writing("Ana", "A") as session:
        separate(session, person_id=one, other_id=other)
