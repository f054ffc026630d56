"""Which roles a cell names: whatever a form offered and whoever wrote it, or a sentence that asks back."""

# ruff: noqa: RUF001  (Cyrillic letters are meant)

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.roles import BOTH, read_roles
from tests.imports.people.test_review import EMPTY
from tests.imports.rosters import participants, review

MENTORS = (
    "Mentor | MENTOR | mentors | I'd like to be a mentor | I want to be a mentor | I want to mentor someone | "
    "Mentora | mentore | Mentorin | Mentor/in | Mentor*in | Mentor:in | Mentoren | parrain | marraine | "
    "mentor (zijn) | mentorka | Mentör | наставник | Наставница | Ментор | 导师 | メンター | 멘토 | student mentor | "
    "Peer mentor | tutor | Coach | mentor (2 mentees) | Mentor - up to 3 mentees | Ich möchte Mentor sein | "
    "Ich möchte ein Mentor sein"
)
MENTEES = (
    "Mentee | MENTEE | mentees | protégé | Protegida | mentorada | mentorando | Mentoré | filleule | Schützling | "
    "podopieczna | adept | подопечный | менти | 学员 | メンティー | 멘티 | student | apprentice | coachee | "
    "I want a mentor | I'd like to have a mentor | Looking for a mentor | Busco un mentor | Ich suche einen Mentor | "
    "I want to be mentored | Je cherche une mentor"
)
TWO = (
    "Both | both mentor and mentee | ambos | beides | les deux | entrambi | båda | oba i oboje | обе роли | 两者 | "
    "Mentor, Mentee | mentor/mentee | Mentor & Mentee | Mentor + Mentee | mentor and mentee | Mentor und Mentee | "
    "mentor y mentee | 导师/学员 | メンターとメンティー | Coach / Coachee | mentor; student | "
    "I want to mentor someone, I want a mentor"
)


@pytest.mark.parametrize(
    ("cells", "roles"), [(MENTORS, ("mentor",)), (MENTEES, ("mentee",)), (TWO, BOTH)], ids=["mentor", "mentee", "both"]
)
def test_roles_are_read_in_the_words_of_forms_and_many_languages(cells, roles):
    assert {cell: read_roles(cell) for cell in cells.split(" | ")} == dict.fromkeys(cells.split(" | "), roles)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("Sponsor | M | yes | mentoring | Type A", "is not a role"),
        ("mentor? | Mentor or mentee | either | maybe mentee | Mentor oder Mentee", "leaves the role open"),
        ("not a mentor | ex-mentor | No mentee | Former mentor | non mentor | kein Mentor", "does not say which role"),
    ],
)
def test_what_names_no_role_or_leaves_it_open_is_asked_back(cells, said):
    for cell in cells.split(" | "):
        with pytest.raises(InvalidError) as refused:
            read_roles(cell)
        assert str(refused.value).startswith(f'"{cell}" {said}')
        assert str(refused.value).endswith(". Write mentor, mentee or both.")


def test_the_number_of_mentees_beside_the_role_is_the_capacity_where_nothing_else_tells_it():
    content = "Name,Email,Role{}\nAna,ana@example.org,mentor (2 mentees){}\nBen,ben@example.org,mentor{}\n"

    assert [one["capacity"] for one in participants(review(content.format("", "", ""), EMPTY))] == [2, 1]
    both = review(content.format(",Capacity", ",", ",4"), EMPTY)
    assert [one["capacity"] for one in participants(both)] == [2, 4]
