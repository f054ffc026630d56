"""What a cohort asks of a good pair, as ``dashboard.matching`` takes it: the weights of the fit, and its demands."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from dashboard.matching.demands import Demands
from dashboard.matching.fit import Weights
from models import Cohort, Wish


def terms(session: Session, *, cohort_id: int) -> tuple[Weights, Demands]:
    """The weights and the demands of a cohort; the usual ones for a cohort that is gone."""
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        return Weights(), Demands()
    fields = cohort.model_dump()
    return weights_of(fields), demands_of(fields)


def weights_of(cohort: Mapping[str, Any]) -> Weights:
    """How much each part of the fit counts, from a cohort's fields."""
    return Weights(
        skills=cohort["skills_weight"],
        experience=cohort["experience_weight"],
        place=cohort["place_weight"],
        language=cohort["language_weight"],
        field=0 if cohort["field_wish"] == Wish.ANY else cohort["field_weight"],
        field_differs=cohort["field_wish"] == Wish.OTHER,
    )


def demands_of(cohort: Mapping[str, Any]) -> Demands:
    """What is demanded of every pair, from a cohort's fields."""
    return Demands(
        same_department=cohort["field_rule"] == Wish.SAME,
        other_department=cohort["field_rule"] == Wish.OTHER,
        common_language=bool(cohort["has_common_language"]),
        hours_apart=cohort["most_hours_apart"],
    )
