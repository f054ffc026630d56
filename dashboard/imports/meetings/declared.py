"""A file of meetings, for the pipeline: what it is compared with, and what may be decided about a row."""

from dashboard.imports.columns import SURE, Mapping
from dashboard.imports.declaring import FileKind
from dashboard.imports.leaving_out import leaving_out
from dashboard.imports.meetings.fields import EXAMPLE, MEETINGS
from dashboard.imports.meetings.questions import questions
from dashboard.imports.meetings.review import review_meetings
from dashboard.imports.meetings.settling import SECOND
from dashboard.imports.pairs.fields import MENTEE, MENTOR
from dashboard.imports.records.fields import EVERYBODY
from dashboard.imports.records.whose import EACH
from dashboard.queries.exported_records import exported_meetings
from dashboard.queries.program_records import program_meetings


def _identified(columns: Mapping) -> bool:
    """Some date or other is in every file, and the day of the entry in every form: it takes what only meetings have."""
    is_dated = columns.has("monthly") or any(one.confidence >= SURE for one in columns.of("held_on"))
    is_counted = columns.has("count") and columns.has("month", "logged_on")
    is_logged = columns.has("logged_on") and columns.has("minutes", "format")
    return columns.has(*EVERYBODY) and (is_dated or is_counted or is_logged)


MEETINGS_FILE = FileKind(
    kind=MEETINGS,
    one="meeting",
    many="meetings",
    picture=program_meetings,
    review=leaving_out(EXAMPLE, review_meetings, MEETINGS),
    example=EXAMPLE,
    identity=(MENTOR, MENTEE),
    exported=exported_meetings,
    identified=_identified,
    questions=questions,
    decisions={EACH: "One with each of them", SECOND: "A second meeting on that day"},
    file_words=("meetings", "meeting", "sessions", "session", "log", "logs", "contacts", "hours"),
    left_out=("open pairing", "open pairings", "without a meeting in this file"),
)
