"""How full mentors are."""

from datetime import date

from dashboard.database import reading, writing
from dashboard.queries.labels import told_apart
from dashboard.queries.loads import LOADS, SPREAD, mentor_load_spread, mentor_loads
from tests.factories import make_cohort, make_mentee, make_mentor, make_pair, make_pairing


def loads(cohort_id, **options):
    with reading() as session:
        frame = mentor_loads(session, cohort_id=cohort_id, **options)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == LOADS
    return list(frame[["place", "mentor", "pairings", "capacity", "free"]].itertuples(index=False, name=None))


def spread(cohort_id):
    with reading() as session:
        frame = mentor_load_spread(session, cohort_id=cohort_id)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == SPREAD
    return list(frame.itertuples(index=False, name=None))


def set_up(session) -> int:
    """Zoe has two of three, Mia is full with one, Ida is idle; the others do not count."""
    cohort_id = make_cohort(session)
    make_mentor(session, cohort_id, "Ida", capacity=2)
    mia = make_mentor(session, cohort_id, "Mia", capacity=1)
    zoe = make_mentor(session, cohort_id, "Zoe", capacity=3)
    make_mentor(session, cohort_id, "Leo", capacity=9, status="withdrawn")
    make_pairing(session, zoe, make_mentee(session, cohort_id))
    make_pairing(session, zoe, make_mentee(session, cohort_id), status="paused")
    make_pairing(session, zoe, make_mentee(session, cohort_id), status="completed", ended_on=date(2026, 3, 1))
    make_pairing(session, zoe, make_mentee(session, cohort_id), status="draft", started_on=None)
    make_pairing(session, mia, make_mentee(session, cohort_id))
    make_pair(session, make_cohort(session), "Elsewhere")
    return cohort_id


def test_mentors_are_listed_the_fullest_first_and_idle_ones_too(database):
    with writing("Ana", "Set up") as session:
        cohort_id = set_up(session)

    assert loads(cohort_id) == [(0, "Zoe", 2, 3, 1), (1, "Mia", 1, 1, 0), (2, "Ida", 0, 2, 2)]
    assert loads(cohort_id, limit=1) == [(0, "Zoe", 2, 3, 1)]


def test_mentors_are_counted_by_how_many_mentees_they_have(database):
    with writing("Ana", "Set up") as session:
        cohort_id = set_up(session)
        make_mentor(session, cohort_id, "Noor", capacity=1)

    assert spread(cohort_id) == [(0, False, 2), (1, True, 1), (2, False, 1)]


def test_two_mentors_of_one_name_are_two_rows(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        for _ in range(2):
            make_mentor(session, cohort_id, "Mia")

    assert [name for _, name, *_ in loads(cohort_id)] == ["Mia", "Mia (2)"]


def test_a_cohort_without_mentors_has_no_loads(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)

    assert (loads(cohort_id), spread(cohort_id)) == ([], [])


def test_labels_stay_apart_whatever_the_names_are():
    assert told_apart(["Mia", "Mia", "Mia (2)", "Leo", "Mia"]) == ["Mia", "Mia (2)", "Mia (2) (2)", "Leo", "Mia (3)"]
