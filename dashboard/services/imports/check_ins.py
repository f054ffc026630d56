"""Writing what a file of check-ins comes to."""

from datetime import date

from sqlmodel import Session

from dashboard.imports.check_ins.plan import CheckInsPlan
from dashboard.recording import insert_rows
from dashboard.services.imports.alike import update_alike
from models import CheckIn


def write_check_ins(session: Session, plan: CheckInsPlan, *, cohort_id: int, joined_on: date) -> None:
    """All rows of the plan; nobody joins by them."""
    insert_rows(session, CheckIn, plan.check_ins)
    update_alike(session, CheckIn, plan.changed_check_ins)
