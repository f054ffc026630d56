"""Writing what a file of meetings comes to: meetings, and the skills that were practised in them."""

from datetime import date

from sqlmodel import Session

from dashboard.imports.meetings.plan import MeetingsPlan
from dashboard.recording import insert_rows
from dashboard.services.imports.alike import update_alike
from dashboard.services.meetings import practise, practise_only
from models import Meeting


def write_meetings(session: Session, plan: MeetingsPlan, *, cohort_id: int, joined_on: date) -> None:
    """All rows of the plan; nobody joins by them."""
    rows = [{key: value for key, value in told.items() if key != "skills"} for told in plan.meetings]
    ids = insert_rows(session, Meeting, rows)
    practise(session, [(made, told["skills"]) for made, told in zip(ids, plan.meetings, strict=True)])
    fields = [
        ({key: value for key, value in told.items() if key != "skills"}, one) for one, told in plan.changed_meetings
    ]
    update_alike(session, Meeting, [(one, told) for told, one in fields if told])
    practise_only(session, [(one, told["skills"]) for one, told in plan.changed_meetings if "skills" in told])
