"""What a cohort demands of every pair, in words. These rules have one home: they say who is to be paired from now on,
and a pair that stands, is reopened, or that an undo brings back is not theirs to refuse."""

from datetime import date

import pandas as pd

from dashboard.errors import RuleError
from dashboard.matching.demands import unmet
from dashboard.queries.terms import demands_of
from dashboard.words import both
from models import Cohort, Person


def check_demands(cohort: Cohort, mentee: Person, mentor: Person, *, on: date) -> None:
    """Refuse two who do not meet what their cohort demands; what is not on record refuses nobody."""
    demands, (left, right) = demands_of(cohort.model_dump()), (_frame(mentee), _frame(mentor))
    names = both([mentee.name, mentor.name])
    told = {
        "same_department": f"{names} are from two departments, and {cohort.name} pairs within one",
        "other_department": f"{names} are both in {mentor.department}, and {cohort.name} pairs across departments",
        "common_language": f"{names} have no language in common, and {cohort.name} asks for one",
        "hours_apart": f"{names} are more than {demands.hours_apart} hours apart, the most that {cohort.name} allows",
    }
    for name, apart in unmet(demands, left, right, on):
        if apart.spread().any():
            raise RuleError(f"{told[name]}. Choose another mentor, or change the rule in Cohorts.")


def _frame(person: Person) -> pd.DataFrame:
    known = {name: [getattr(person, name)] for name in ("department", "languages", "time_zone")}
    return pd.DataFrame(known, dtype="str")
