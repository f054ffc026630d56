"""What the desk is about: a cohort on a day and, where one is open, the plan that is being drafted."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.plans import PlanDetail


@dataclass(frozen=True)
class Scene:
    """Handed to every part of the desk; without a ``plan`` a click pairs at once, with one it drafts."""

    cohort: CohortChoice
    today: date
    plan: PlanDetail | None = None

    @property
    def plan_id(self) -> int | None:
        return self.plan.id if self.plan else None

    @property
    def here(self) -> dict[str, Any]:
        """What every query of the desk is asked with."""
        return {"cohort_id": self.cohort.id, "today": self.today, "plan_id": self.plan_id}
