"""Whatever a file of pairs holds: every row is accounted for, twice is once, and undo is whole."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.database import writing
from dashboard.errors import InvalidError
from dashboard.imports.kinds import KINDS
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing, make_person
from tests.imports.strategies import Roster, cells, rosters
from tests.services.rounds import Round, check_round
from tests.tables import empty

PAIRS = KINDS["pairs"]
DAYS = ("2026-01-05", "2026-02-02", "2026-04-01")
STANDING = {
    "Start": cells("", "", *DAYS, "2020-01-01"),
    "End": cells("", "", *DAYS, "2026-12-01"),
    "Status": cells("", "", "active", "paused", "completed", "ended early", "closed", "draft"),
    "Reason": cells("", "", "no time", "bored"),
    "Why this pair": cells("", "", "Both sail"),
}
ADDRESSES = ("ana@example.org", "leo@example.org", "ben@example.org", "family@example.org", "new@example.org")
NAMES = ("Ana Ruiz", "Leo Park", "Ben Ode", "Luz Paz", "Max Paz", "New Guy", "Guy New <new@example.org>")
COLUMNS = {
    "Mentor name": cells("", *NAMES),
    "Mentor email": cells("", *ADDRESSES, "Ana Ruiz"),
    "Mentor ID": cells("", "", "1", "2"),
    "Mentee name": cells("", *NAMES, "Ben Ode; New Guy"),
    "Mentee email": cells("", *ADDRESSES, "ben@example.org, new@example.org"),
    **STANDING,
}
SURE = {
    "Mentor email": st.sampled_from(["ana@example.org", "leo@example.org", "Leo Park <new@example.org>"]),
    "Mentee email": st.sampled_from(
        ["ben@example.org", "Eva <eva@example.org>", "Ana Ruiz", "ben@example.org;eva@example.org"]
    ),
    **{
        name: st.sampled_from(["", *options])
        for name, options in {
            "Start": DAYS,
            "End": DAYS,
            "Status": ("active", "paused", "completed", "closed"),
            "Reason": ("no time",),
            "Why this pair": ("Both sail",),
        }.items()
    },
}
FILES = st.one_of(rosters(COLUMNS), rosters(SURE))
OPTIONS = st.fixed_dictionaries(
    {"strangers": st.sampled_from(["ask", "add"])},
    optional={"start": st.sampled_from(["", "2026-02-02"]), "namesake": st.sampled_from(["same", "new"])},
)
DECISIONS = st.dictionaries(st.integers(2, 9), st.sampled_from(["add", "new", "same", "out", "counts"]))
EDITS = st.dictionaries(
    st.integers(2, 9),
    st.dictionaries(
        st.integers(0, 8), st.sampled_from(["Ana Ruiz", "ana@example.org", "1", "", "2026-02-02", "active"])
    ),
    max_size=2,
)


def program(session) -> int:
    """A cohort with pairings of every kind, people whom the files speak of, and one whom they never do."""
    cohort_id = make_cohort(session)
    ana = make_mentor(session, cohort_id, "Ana Ruiz", email="Ana@example.org", external_id="1", capacity=2)
    leo = make_mentor(session, cohort_id, "Leo Park", email="leo@example.org")
    ben = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
    luz = make_mentee(session, cohort_id, "Luz Paz", email="family@example.org")
    make_mentee(session, cohort_id, "Not In The File", email="away@example.org")
    make_person(session, "Max Paz", email="family@example.org")
    make_pairing(session, leo, ben, status="completed", ended_on=date(2026, 2, 2))
    make_pairing(session, ana, ben, started_on=date(2026, 2, 2))
    make_pairing(session, leo, luz, status="paused")
    return cohort_id


def check(pairs: Roster, *, is_empty: bool, **said) -> None:
    empty()
    with writing("Ana", "Before") as session:
        cohort_id = make_cohort(session) if is_empty else program(session)

    try:
        one = Round(PAIRS, pairs.data, cohort_id, **said)
    except InvalidError:
        return  # what the rows hold can't be seen, so there are none
    check_round(one)


@settings(max_examples=40)
@given(FILES, OPTIONS, DECISIONS, EDITS, st.booleans())
def test_any_pairs_go_in_once_and_come_out_whole(sqlite_database, pairs, options, decisions, edits, is_empty):
    check(pairs, is_empty=is_empty, options=options, decisions=decisions, edits=edits)


@settings(max_examples=5)
@given(FILES, OPTIONS, DECISIONS, EDITS)
def test_any_pairs_go_in_once_and_come_out_whole_on_postgresql(postgres_database, pairs, options, decisions, edits):
    check(pairs, is_empty=False, options=options, decisions=decisions, edits=edits)
