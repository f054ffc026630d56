"""Programs that Hypothesis invents, written to the database, and the headline numbers read off them in plain Python."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

from dashboard.metrics import Tally
from dashboard.pace import expected_meetings
from dashboard.waves import slots
from models import OPEN, CheckInSchedule, Participant
from tests.factories import make_check_in, make_cohort, make_meeting, make_mentee, make_mentor, make_pairing

TODAY = date(2026, 6, 15)
STARTS_ON, ENDS_ON = date(2026, 1, 5), date(2026, 12, 18)
SCHEDULE = {"baseline": 7, "first_meeting": 30, "pulse": 40, "midpoint": 90, "final": 150}
SLOTS = slots(SCHEDULE, cohort_days=(ENDS_ON - STARTS_ON).days)
WAVES = tuple(SCHEDULE)


@dataclass
class Answered:
    by: str
    wave: str
    on: date
    relationship: int | None
    confidence: int | None
    would_mentor: bool | None


@dataclass
class Pair:
    status: str
    started_on: date | None
    ended_on: date | None
    capacity: int
    withdrawn: bool
    joined_on: date
    meetings: list[tuple[date, bool]] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)


days = st.integers(0, 200).map(lambda back: TODAY - timedelta(days=back - 12))
ratings = st.none() | st.integers(1, 5)


@st.composite
def pairs(draw) -> Pair:
    status = draw(st.sampled_from(["draft", "active", "active", "active", "paused", "completed", "ended_early"]))
    started_on = None if status == "draft" else draw(days)
    ended_on = started_on + timedelta(draw(st.integers(0, 90))) if status in ("completed", "ended_early") else None
    pair = Pair(
        status, started_on, ended_on, draw(st.integers(1, 4)), status not in OPEN and draw(st.booleans()), draw(days)
    )
    if started_on is None:
        return pair
    begun = days.map(lambda day: max(day, started_on))
    within = begun.map(lambda day: min(day, ended_on or day))
    pair.meetings = draw(st.lists(st.tuples(within, st.booleans()), max_size=6))
    given = st.tuples(st.sampled_from(["mentor", "mentee"]), st.sampled_from(WAVES))
    for by, wave in draw(st.lists(given, max_size=6, unique=True)):
        pair.answers.append(
            Answered(
                by,
                wave,
                draw(begun if wave == "final" else within),
                draw(ratings),
                draw(ratings),
                draw(st.none() | st.booleans()),
            )
        )
    return pair


programs = st.lists(pairs(), max_size=6)


def write(session, program: list[Pair]) -> int:
    """The program as rows, in a cohort of its own; what was answered is written in the order of the list."""
    cohort_id = make_cohort(session, starts_on=STARTS_ON, ends_on=ENDS_ON, meetings_per_month=2)
    for wave, due_days in SCHEDULE.items():
        session.add(CheckInSchedule(cohort_id=cohort_id, wave=wave, due_days=due_days))
    for pair in program:
        status = "withdrawn" if pair.withdrawn else "active"
        person = {"status": "active", "joined_on": pair.joined_on}
        mentor_id = make_mentor(session, cohort_id, capacity=pair.capacity, **person)
        mentee_id = make_mentee(session, cohort_id, **person)
        fields = {"status": pair.status, "started_on": pair.started_on, "ended_on": pair.ended_on}
        reason = {"end_reason": "no_time"} if pair.status == "ended_early" else {}
        pairing_id = make_pairing(session, mentor_id, mentee_id, **fields, **reason)
        _withdraw(session, status, mentor_id, mentee_id)
        for held_on, missed in pair.meetings:
            make_meeting(session, pairing_id, held_on, missed=missed)
        for one in pair.answers:
            said = {"relationship": one.relationship, "confidence": one.confidence, "would_mentor": one.would_mentor}
            make_check_in(session, pairing_id, one.by, one.wave, answered_on=one.on, **said)
    return cohort_id


def _withdraw(session, status: str, *participant_ids: int) -> None:
    for participant_id in participant_ids:
        session.get_one(Participant, participant_id).status = status
    session.flush()


def reference(program: list[Pair], day: date) -> dict[str, Tally]:
    """The headline numbers as their definitions say, one after the other."""
    past = day < TODAY
    taking_part = [pair for pair in program if not pair.withdrawn and (not past or pair.joined_on <= day)]
    is_open = [pair for pair in program if _was_open(pair, day)]
    active = [pair for pair in is_open if pair.status != "paused"]
    due = [expected_meetings(pair.started_on, min(day, ENDS_ON), per_month=2) for pair in active]
    held = [sum(on <= day and not missed for on, missed in pair.meetings) for pair in active]
    rated = [rating for pair in is_open if (rating := _rating(pair, day)) is not None]
    told = [pair for pair in program if pair.status != "draft"]
    grown = [growth for pair in told if (growth := _growth(pair, day)) is not None]
    again = [said for pair in told if (said := _last(pair, day, "mentor", "would_mentor")) is not None]
    asked = [answered for pair in told for answered in _asked(pair, day)]
    both = [pair for pair in taking_part if pair in is_open]
    return {
        "paired": Tally(len(both), len(taking_part), len(taking_part)),
        "active_pairings": Tally(len(active), 0, len(active)),
        "places": Tally(len(both), sum(pair.capacity for pair in taking_part), len(taking_part)),
        "on_pace": Tally(sum(held), sum(due), len(active)),
        "rating": Tally(sum(rated), len(rated), len(rated)),
        "growth": Tally(sum(grown), len(grown), len(grown)),
        "benefit": Tally(sum(again), len(again), len(again)),
        "response": Tally(sum(asked), len(asked), len(asked)),
    }


def _was_open(pair: Pair, day: date) -> bool:
    if day == TODAY:
        return pair.status in ("active", "paused")
    begun = pair.started_on is not None and pair.started_on <= day
    return pair.status != "draft" and begun and (pair.ended_on is None or pair.ended_on > day)


def _said(pair: Pair, day: date, by: str, what: str, waves=WAVES) -> list[Answered]:
    """In the order in which they were given; those of one day in the order in which they were recorded."""
    given = [one for one in pair.answers if one.by == by and one.wave in waves and one.on <= day]
    return sorted((one for one in given if getattr(one, what) is not None), key=lambda one: one.on)


def _last(pair: Pair, day: date, by: str, what: str):
    said = _said(pair, day, by, what)
    return getattr(said[-1], what) if said else None


def _rating(pair: Pair, day: date) -> float | None:
    each = [rating for by in ("mentor", "mentee") if (rating := _last(pair, day, by, "relationship")) is not None]
    return sum(each) / len(each) if each else None


def _growth(pair: Pair, day: date) -> int | None:
    first = _said(pair, day, "mentee", "confidence", ("baseline",))
    later = _said(pair, day, "mentee", "confidence", tuple(wave for wave in WAVES if wave != "baseline"))
    if not first or not later or later[-1].on < first[0].on:
        return None
    return later[-1].confidence - first[0].confidence


def _asked(pair: Pair, day: date) -> list[bool]:
    """Each check-in that fell due by the day, and whether it was answered."""
    if pair.status == "paused":
        return []
    until = min(day, pair.ended_on or day)
    completed = pair.status == "completed" and pair.ended_on <= day
    met = any(on <= day and not missed for on, missed in pair.meetings)
    return [
        any(_answers(one, slot, pair) for one in pair.answers if one.by == by and one.on <= day)
        for slot in SLOTS
        for by in ("mentor", "mentee")
        if (until - pair.started_on).days >= slot.from_day or (completed and slot.wave == "final")
        if slot.wave != "first_meeting" or met
    ]


def _answers(one: Answered, slot, pair: Pair) -> bool:
    if one.wave != slot.wave:
        return False
    after = (one.on - pair.started_on).days
    return one.wave != "pulse" or slot.answered_from <= after < slot.answered_until
