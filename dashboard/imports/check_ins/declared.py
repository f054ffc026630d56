"""A file of check-ins, for the pipeline: what it is compared with, and what may be said about all or one row."""

from collections.abc import Sequence

from dashboard.imports.check_ins.facts import BY_DATE
from dashboard.imports.check_ins.fields import CHECK_INS, EXAMPLE
from dashboard.imports.check_ins.review import review_check_ins
from dashboard.imports.check_ins.values import wave_in
from dashboard.imports.columns import Mapping
from dashboard.imports.declaring import Arrival, FileKind, Question
from dashboard.imports.leaving_out import leaving_out
from dashboard.imports.pairs.fields import MENTEE, MENTOR
from dashboard.imports.people.choices import SAME
from dashboard.imports.people.said import likely_role
from dashboard.imports.records.fields import EVERYBODY, SOMEBODY
from dashboard.imports.records.whose import EACH
from dashboard.queries.exported_records import exported_check_ins
from dashboard.queries.program_records import program_check_ins
from dashboard.questions import ANSWERS, WAVES

BY = {"mentee": "Mentees", "mentor": "Mentors"}


def _questions(arrival: Arrival) -> Sequence[Question]:
    """The wave, and where no column tells them: who answered, and on which day."""
    columns = arrival.columns
    label = "Rows that name no wave are" if columns.has("wave") else "These check-ins are"
    waves = {BY_DATE: "By their day", **{str(wave): told for wave, told in WAVES.items()}}
    asked = [Question("wave", label, waves, _usual_wave(arrival))]
    if columns.has(*MENTOR) and columns.has(*MENTEE) and not columns.has(*SOMEBODY, "role"):
        asked.append(
            Question("by", "Answered by", BY, likely_role(arrival.name, arrival.table.source.sheet, Mapping(())))
        )
    if not columns.has("answered_on"):
        asked.append(Question("answered_on", "Answered on", usual=arrival.today.isoformat()))
    return asked


def _usual_wave(arrival: Arrival) -> str:
    """The wave that the name of the file speaks of, else that of each day. What a form asks is no evidence: one form is
    often sent again and again."""
    wave = wave_in(arrival.name.rsplit(".", 1)[0])
    return str(wave) if wave else BY_DATE


def _identified(columns: Mapping) -> bool:
    """Who would like to be a mentor is asked in rosters, too, and so is much that is free text."""
    return columns.has(*EVERYBODY) and columns.has(*(key for key in ANSWERS if key not in ("comment", "would_mentor")))


CHECK_INS_FILE = FileKind(
    kind=CHECK_INS,
    one="check-in",
    many="check-ins",
    picture=program_check_ins,
    review=leaving_out(EXAMPLE, review_check_ins, CHECK_INS),
    example=EXAMPLE,
    identity=(MENTOR, MENTEE),
    exported=exported_check_ins,
    identified=_identified,
    questions=_questions,
    decisions={EACH: "One about each of them", SAME: "One check-in: this row counts"},
    file_words=("check", "checkin", "checkins", "survey", "feedback", "responses", "answers", "evaluation", "pulse"),
    left_out=("person in an open pairing", "people in open pairings", "without an answer in this file"),
)
