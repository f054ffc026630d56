"""A file of meetings, for the pipeline: what it is compared with, and what may be decided about a row."""

from dashboard.imports.columns import Mapping
from dashboard.imports.declaring import FileKind
from dashboard.imports.meetings.fields import EXAMPLE, MEETINGS
from dashboard.imports.meetings.review import DAYS, review_meetings
from dashboard.imports.meetings.settling import SECOND
from dashboard.imports.records.fields import EVERYBODY
from dashboard.imports.records.whose import EACH
from dashboard.queries.exported_records import exported_meetings
from dashboard.queries.program_records import program_meetings


def _identified(columns: Mapping) -> bool:
    """The day of the entry alone is in every form: it takes something that only meetings have."""
    is_dated = columns.has("held_on", "monthly", "count") or columns.has("minutes", "missed", "held", "format")
    return columns.has(*EVERYBODY) and columns.has(*DAYS) and is_dated


MEETINGS_FILE = FileKind(
    kind=MEETINGS,
    one="meeting",
    many="meetings",
    picture=program_meetings,
    review=review_meetings,
    example=EXAMPLE,
    exported=exported_meetings,
    identified=_identified,
    decisions={EACH: "One with each of them", SECOND: "A second meeting on that day"},
    file_words=("meetings", "meeting", "sessions", "session", "log", "logs", "contacts", "hours"),
)
