"""Whatever a file of meetings or of check-ins holds: every row is accounted for, twice is once, and undo is whole."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.database import writing
from dashboard.imports.kinds import KINDS
from models import CheckInSchedule
from tests.factories import (
    make_check_in,
    make_cohort,
    make_draft,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_pairing,
    make_plan,
)
from tests.imports.strategies import cells, lists, rosters
from tests.services.rounds import Round, check_round
from tests.tables import empty

MENTORS, MENTEES = ("Ana Ruiz", "Eve Lin", "Hal Om", "Nobody"), ("Ben Ode", "Flo Am", "Gus Po", "Ida Ek")
DAYS = ("2026-02-03", "2026-02-10", "2026-03-05", "2026-03-24", "2026-05-20", "2026-07-01", "2025-12-31")
PER = st.sampled_from(["month", "week", "week before", "day"])
NOTE = "Counted for March 2026; the day is not known."
MEETINGS = {
    "Mentor": cells(*MENTORS),
    "Mentee": cells(*MENTEES, ""),
    "Date": cells(*DAYS, "3 Mar 2026"),
    "Minutes": cells("30", "45", "1h 30", "9999"),
    "Format": cells("video", "in person", "by pigeon"),
    "Missed": cells("yes", "no", "no-show"),
    "Skills": st.one_of(lists("SQL", "Law"), cells("SQL")),
    "Notes": cells("Fine", NOTE),
    "Meetings": cells("0", "1", "2", "4", "31"),
    "2026-03": cells("0", "1", "3"),
}
FEW_MEETINGS = {
    "Mentor": st.sampled_from(["Ana Ruiz", "Ana Ruiz", "Eve Lin"]),
    "Mentee": st.sampled_from(["", "", "Flo Am"]),
    "Date": st.sampled_from(["2026-03-05", "2026-03-05", "2026-03-12", "2026-03-24", ""]),
    "Minutes": st.sampled_from(["", "", "45"]),
    "Missed": st.sampled_from(["", "", "yes"]),
    "Skills": st.sampled_from(["", "sql; Law"]),
    "Notes": st.sampled_from(["", "", "Fine", NOTE]),
    "Meetings": st.sampled_from(["", "", "1", "2", "3"]),
    "2026-03": st.sampled_from(["", "", "", "2", "4"]),
}
CHECK_INS = {
    "Email": cells("ana@example.org", "ben@example.org", "eve@example.org", "zoe@example.org"),
    "Name": cells(*MENTORS, *MENTEES),
    "Your mentee": cells(*MENTEES, ""),
    "Role": cells("mentor", "mentee", "both"),
    "Wave": cells("Baseline", "Pulse", "Midpoint", "Final", "Nonsense"),
    "Date": cells(*DAYS, "3 Mar 2026"),
    "Confidence": cells("1", "4", "7", "80 %", "4/5", "N/A", "3.5"),
    "How satisfied are you? [Trust]": cells("Satisfied", "Very dissatisfied", "Don't know"),
    "How satisfied are you? [Time]": cells("Satisfied", "Neutral"),
    "Would you mentor again?": cells("Yes", "No", "Maybe"),
    "What went well?": cells("All of it", "None"),
    "Anything in confidence?": cells("He is late"),
    "Confidential": cells("yes", "no"),
}
FEW_CHECK_INS = {
    "Email": st.sampled_from(["ana@example.org", "ben@example.org", "eve@example.org", ""]),
    "Your mentee": st.sampled_from(["", "", "Flo Am", "Gus"]),
    "Wave": st.sampled_from(["Baseline", "Pulse", "", "Midpoint"]),
    "Date": st.sampled_from(["2026-02-03", "2026-03-05", "2026-03-05", ""]),
    "Confidence": st.sampled_from(["", "1", "4", "5"]),
    "Progress": st.sampled_from(["", "Agree", "Banana"]),
    "Comment": st.sampled_from(["", "=1+1", "Fine"]),
    "Confidential": st.sampled_from(["", "yes", "no"]),
}
FILES = {
    "meetings": st.one_of(rosters(MEETINGS), rosters(FEW_MEETINGS)),
    "check_ins": st.one_of(rosters(CHECK_INS), rosters(FEW_CHECK_INS)),
}
DECISIONS = st.dictionaries(st.integers(2, 9), st.sampled_from(["each", "second", "same", "right"]))
WRITTEN = st.sampled_from(["Ana Ruiz", "ben@example.org", "2026-03-05", "2", "yes", "", "nope", "Midpoint", "SQL; Law"])
EDITS = st.dictionaries(st.integers(2, 9), st.dictionaries(st.integers(0, 12), WRITTEN), max_size=3)
WAVES = st.sampled_from(["date", "pulse", "final"])
BY = st.sampled_from(["", "mentee", "mentor"])


def program(session) -> int:
    """Pairings of every kind, two of them of the same two; a draft; and what is recorded on them already."""
    cohort_id = make_cohort(session, "Spring")
    for wave, due in {"baseline": 7, "pulse": 40, "midpoint": 60, "final": 120}.items():
        session.add(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=due))
    ana = make_mentor(session, cohort_id, "Ana Ruiz", email="ana@example.org", capacity=3)
    ben = make_mentee(session, cohort_id, "Ben Ode", email="ben@example.org")
    first = make_pairing(session, ana, ben, status="completed", ended_on=date(2026, 3, 5))
    second = make_pairing(session, ana, ben, started_on=date(2026, 3, 5))
    eve = make_mentor(session, cohort_id, "Eve Lin", email="eve@example.org", capacity=2)
    flo = make_pairing(session, eve, make_mentee(session, cohort_id, "Flo Am"))
    make_pairing(session, eve, make_mentee(session, cohort_id, "Gus Po"), status="paused")
    make_pair(
        session, cohort_id, "Hal Om", "Ida Ek", status="ended_early", end_reason="no_time", ended_on=date(2026, 2, 9)
    )
    make_draft(session, ana, make_mentee(session, cohort_id, "Kim So"), plan_id=make_plan(session, cohort_id))
    for pairing_id in (first, second, flo):
        make_meeting(session, pairing_id, date(2026, 3, 5), minutes=45, skills=("SQL",))
    make_meeting(session, flo, date(2026, 3, 20), notes=NOTE)
    make_meeting(session, flo, date(2026, 3, 24), missed=True)
    make_check_in(session, first, wave="baseline", confidence=2, comment="Quite", confidential=True)
    make_check_in(session, flo, by="mentor", wave="midpoint", confidence=4, comment="Well")
    return cohort_id


def started() -> int:
    empty()
    with writing("Ana", "Before") as session:
        return program(session)


@settings(max_examples=25)
@given(FILES["meetings"], PER, DECISIONS, EDITS)
def test_any_log_of_meetings_goes_in_once_and_comes_out_whole(sqlite_database, log, per, decisions, edits):
    said = {"options": {"per": per}, "decisions": decisions, "edits": edits}
    check_round(Round(KINDS["meetings"], log.data, started(), **said))


@settings(max_examples=25)
@given(FILES["check_ins"], WAVES, BY, DECISIONS, EDITS)
def test_any_form_of_check_ins_goes_in_once_and_comes_out_whole(sqlite_database, form, wave, by, decisions, edits):
    said = {"options": {"wave": wave, "by": by}, "decisions": decisions, "edits": edits}
    check_round(Round(KINDS["check_ins"], form.data, started(), **said))


@settings(max_examples=4)
@given(st.one_of(*(st.tuples(st.just(kind), files) for kind, files in FILES.items())), PER, WAVES)
def test_any_records_go_in_once_and_come_out_whole_on_postgresql(postgres_database, file, per, wave):
    kind, content = file
    check_round(Round(KINDS[kind], content.data, started(), options={"per": per, "wave": wave}))
