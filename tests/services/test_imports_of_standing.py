"""How somebody stands and since when goes in by a file as it does by hand, and comes out again."""

from datetime import date

from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.imports.kinds import KINDS
from dashboard.services.participants import withdraw
from models import Pairing, Participant
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing
from tests.services.rounds import Round, take_back
from tests.tables import rows

TODAY = date(2026, 6, 15)
ROSTER = b"""Name,Email,Role,Status,Joined on
Ana Ruiz,ana@example.org,mentor,left,
Cy Po,cy@example.org,mentee,active,2026-03-01
Di Wu,di@example.org,both,dropped out,2026-02-01
Eva Li,eva@example.org,mentee,,
Fay Oz,fay@example.org,mentee,waitlisted,
"""


def program() -> int:
    with writing("Ana", "Before") as session:
        cohort_id = make_cohort(session)
        ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", capacity=3)
        ben = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
        make_mentee(session, cohort_id, "Cy Po", email="cy@example.org", status="withdrawn")
        fay = make_mentee(session, cohort_id, "Fay Oz", email="fay@example.org")
        make_pairing(session, ana, ben)
        other = make_mentor(session, cohort_id, "Not In The File", email="other@example.org")
        make_pairing(session, ana, make_mentee(session, cohort_id, "Gus Po"), started_on=date(2026, 9, 1))
        make_pairing(session, other, fay)
    return cohort_id


def standing() -> list[tuple]:
    with reading() as session:
        found = session.exec(select(Participant).order_by(col(Participant.id))).all()
        return [(one.status, one.joined_on) for one in found]


def pairings() -> list[tuple]:
    with reading() as session:
        found = session.exec(select(Pairing).order_by(col(Pairing.id))).all()
        return [(one.status, one.ended_on, one.end_reason) for one in found]


def test_who_stands_how_goes_in_and_those_who_leave_end_their_pairings(database):
    cohort_id = program()
    before, start = rows(), date(2026, 1, 5)
    one = Round(KINDS["people"], ROSTER, cohort_id, today=TODAY)

    found = one.review()
    one.apply(found)

    assert [(line.who, line.state) for line in found.lines] == [
        ("Ana Ruiz", "changed"),
        ("Cy Po", "changed"),
        ("Di Wu", "new"),
        ("Eva Li", "new"),
        ("Fay Oz", "trouble"),
    ]
    assert found.lines[0].remarks == (
        "The pairings with Ben Ode and Gus Po end today, or on the first day where that is still to come.",
    )
    assert standing() == [
        ("withdrawn", start),
        ("active", start),
        ("active", date(2026, 3, 1)),
        ("active", start),
        ("active", start),
        ("active", start),
        ("withdrawn", date(2026, 2, 1)),
        ("withdrawn", date(2026, 2, 1)),
        ("active", TODAY),
    ]
    assert pairings() == [
        ("ended_early", TODAY, "left_program"),
        ("ended_early", date(2026, 9, 1), "left_program"),
        ("active", None, None),
    ]
    assert one.review().plan.is_empty
    take_back()
    assert rows() == before


def test_a_file_and_a_hand_leave_the_same_behind(database):
    program()
    with writing("Ana", "Withdraw") as session:
        withdraw(session, participant_id=1, today=TODAY)
    by_hand = rows()
    take_back()

    one = Round(KINDS["people"], b"Email,Role,Status\nana@example.org,mentor,left\n", 1, today=TODAY)
    one.apply(one.review())

    assert {name: found for name, found in rows().items() if name != "import_"} == {
        name: found for name, found in by_hand.items() if name != "import_"
    }


LEAVES_AND_WAITS = b"""Name,Email,Role,Status
Fay Oz,fay@example.org,mentee,on waitlist
Not In The File,other@example.org,mentor,left
"""


def test_whoever_waits_because_their_mentor_leaves_does_so_in_one_go(database):
    cohort_id = program()
    before = rows()
    one = Round(KINDS["people"], LEAVES_AND_WAITS, cohort_id, today=TODAY)

    found = one.review()
    one.apply(found)

    assert [(line.who, line.state, line.troubles) for line in found.lines] == [
        ("Fay Oz", "changed", ()),
        ("Not In The File", "changed", ()),
    ]
    assert (standing()[3][0], standing()[4][0], pairings()[2]) == (
        "waitlisted",
        "withdrawn",
        ("ended_early", TODAY, "left_program"),
    )
    assert one.review().plan.is_empty
    take_back()
    assert rows() == before
