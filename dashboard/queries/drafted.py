"""The drafts of a plan with their fit, as the plan panel lists them."""

from datetime import date

import pandas as pd
from sqlmodel import Session

from dashboard.queries.knowing import known
from dashboard.queries.outlooks import outlook
from dashboard.queries.plans import DRAFTS, drafts

DRAFTED = {**DRAFTS, "fit": "float64"}


def drafted(session: Session, *, plan_id: int, today: date) -> pd.DataFrame:
    """The rows of ``plans.drafts`` with the ``fit`` of those that can be published; missing for the others."""
    rows = known(session, drafts, plan_id=plan_id, today=today)
    found = known(session, outlook, plan_id=plan_id, today=today)
    fits = found.drafts.set_index("draft_id")["fit"] if found is not None else pd.Series(dtype="float64")
    return rows.assign(fit=rows["draft_id"].map(fits).astype("float64"))
