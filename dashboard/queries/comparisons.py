"""Two plans side by side: who is with whom in each, and what the difference costs."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session

from dashboard.queries.knowing import known
from dashboard.queries.outlooks import Outlook, Total, outlook

DIFFERENCES = {
    "mentee_id": "int64",
    "mentee": "object",
    "one_mentor_id": "Int64",
    "one_mentor": "object",
    "one_fit": "float64",
    "other_mentor_id": "Int64",
    "other_mentor": "object",
    "other_fit": "float64",
}


@dataclass(frozen=True)
class Comparison:
    """What each plan comes to, what they have in common, and ``differences``: a row a mentee who is with somebody else
    in the other plan, or with nobody there (then without mentor and fit), by name."""

    one: Total
    other: Total
    same: int
    differences: pd.DataFrame
    left_out: tuple[int, int]
    """Drafts of each that are no longer possible, and count for nothing."""

    @property
    def people(self) -> int:
        """How many people more the other plan places."""
        return self.other.placed - self.one.placed

    @property
    def fit(self) -> float:
        """How much more total fit the other plan has."""
        return self.other.fit - self.one.fit


def comparison(session: Session, *, plan_id: int, other_id: int, today: date) -> Comparison | None:
    """One plan against another of the same cohort; None when one of them is gone.

    Drafts that are no longer possible count in neither.
    """
    one = known(session, outlook, plan_id=plan_id, today=today)
    other = known(session, outlook, plan_id=other_id, today=today)
    if one is None or other is None:
        return None
    both = _drafts(one, "one").merge(_drafts(other, "other"), on="mentee_id", how="outer")
    both["mentee"] = both["one_mentee"].fillna(both["other_mentee"])
    is_same = both["one_mentor_id"].eq(both["other_mentor_id"]).fillna(False).astype(bool)
    ordered = (
        both[~is_same]
        .sort_values(["mentee", "mentee_id"])[list(DIFFERENCES)]
        .reset_index(drop=True)
        .astype(DIFFERENCES)
    )
    texts = [name for name, kind in DIFFERENCES.items() if kind == "object"]
    ordered[texts] = ordered[texts].where(ordered[texts].notna(), None)
    return Comparison(one.total, other.total, int(is_same.sum()), ordered, (one.impossible, other.impossible))


def _drafts(found: Outlook, side: str) -> pd.DataFrame:
    """The drafts of one plan, their columns named after its side; only the mentee is common to both."""
    kept = found.drafts[["mentee_id", "mentee", "mentor_id", "mentor", "fit"]].astype({"mentor_id": "Int64"})
    return kept.rename(columns={name: f"{side}_{name}" for name in kept.columns if name != "mentee_id"})
