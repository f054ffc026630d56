"""Whatever a file holds: every row is accounted for, twice is once, undo is whole, and nothing goes in by halves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from dashboard.database import reading, writing
from dashboard.errors import MentorboardError
from dashboard.imports.kinds import KINDS
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing, make_person
from tests.imports.strategies import FAMILIES, FEW_PEOPLE, NAMES_AND_IDS, PEOPLE_COLUMNS, rosters
from tests.services.rounds import Round, check_round, take_back
from tests.tables import empty, rows

PEOPLE = KINDS["people"]
ROLES = st.sampled_from(["", "mentor", "both"])
ROSTERS = st.one_of(map(rosters, (PEOPLE_COLUMNS, FEW_PEOPLE, NAMES_AND_IDS, FAMILIES)))
DECISIONS = st.dictionaries(
    st.integers(2, 9),
    st.sampled_from(["same", "apart", "keep", "first", "latest", "later", "earlier", "two", "one", "add"]),
)
EDITS = st.dictionaries(
    st.integers(2, 9),
    st.dictionaries(st.integers(0, 3), st.sampled_from(["Ana Ruiz", "ana@example.org", "1", "mentor", "", "nope"])),
    max_size=2,
)
BLANKS = st.sampled_from(["leave", "empty"])


def program(session) -> int:
    """A cohort with people whom the files speak of, and one whom they never do."""
    cohort_id = make_cohort(session)
    ana = make_mentor(
        session, cohort_id, "Ana Ruiz", email="Ana@example.org", external_id="1", capacity=3, skills=("SQL", "Law")
    )
    mentee = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org", location="Lima")
    make_pairing(session, ana, mentee)
    make_mentee(session, cohort_id, "Not In The File", email="away@example.org", skills=("Law",))
    make_person(session, "Luz Paz", email="family@example.org")
    return cohort_id


@settings(max_examples=40)
@given(ROSTERS, ROLES, BLANKS, DECISIONS, EDITS, st.booleans())
def test_any_roster_goes_in_once_and_comes_out_whole(sqlite_database, roster, role, blank, decisions, edits, is_empty):
    empty()
    with writing("Ana", "Before") as session:
        cohort_id = make_cohort(session) if is_empty else program(session)

    said = {"options": {"role": role, "blank": blank, "names_alone": "add"}, "decisions": decisions, "edits": edits}
    one = Round(PEOPLE, roster.data, cohort_id, **said)
    assert len(one.table.numbers) == len(roster.rows) - roster.blank
    check_round(one)


@settings(max_examples=5)
@given(ROSTERS, ROLES, DECISIONS, EDITS)
def test_any_roster_goes_in_once_and_comes_out_whole_on_postgresql(postgres_database, roster, role, decisions, edits):
    empty()
    with writing("Ana", "Before") as session:
        cohort_id = program(session)

    said = {"options": {"role": role}, "decisions": decisions, "edits": edits}
    check_round(Round(PEOPLE, roster.data, cohort_id, **said))


ROSTER = b"Name;Email;Role;Skills\nAna;ana@example.org;mentor;SQL, Law\nBen;ben@example.org;mentee;Stop\n"


@pytest.mark.parametrize("table", ["person", "participant", "participant_skill", "change", "import_"])
def test_a_file_that_breaks_off_anywhere_leaves_nothing_behind(sqlite_database, table):
    with writing("Ana", "Before") as session:
        cohort_id = make_cohort(session)
    with writing("Ana", "A database that fails in the middle", recorded=False) as session:
        found = f"(SELECT count(*) FROM {table}) >= 1"
        stop = f"BEFORE INSERT ON {table} WHEN {found} BEGIN SELECT RAISE(ABORT, 'guard:mentor_full'); END"
        always = stop.replace(f" WHEN {found}", "") if table == "import_" else stop
        session.connection().execute(text(f"CREATE TRIGGER stop {always}"))
    before = rows()

    one = Round(PEOPLE, ROSTER, cohort_id)
    with pytest.raises(MentorboardError):
        one.apply(one.review())

    assert rows() == before
    with reading() as session:
        assert [row[0] for row in session.execute(text("SELECT summary FROM action"))] == ["Before"]


def test_the_good_rows_of_a_broken_file_go_in_and_the_rest_stays_out(database):
    with writing("Ana", "Before") as session:
        cohort_id = make_cohort(session)
    before = rows()

    one = Round(
        PEOPLE, b"Name,Email,Role\nAna,ana@example.org,mentor\nBen,nope,mentee\nCy,cy@example.org,\n", cohort_id
    )
    one.apply(one.review())

    assert [row["name"] for row in rows()["person"]] == ["Ana"]
    take_back()
    assert rows() == before
