"""Two plans side by side."""

import pytest

from dashboard.database import reading, writing
from dashboard.queries.comparisons import DIFFERENCES, Comparison, comparison
from dashboard.queries.outlooks import Total, outlook
from dashboard.services.participants import withdraw
from dashboard.services.plans import draft_pair
from tests.factories import make_plan
from tests.planning import ON, do, set_up


@pytest.fixture
def desk(sqlite_database):
    desk = set_up()
    with writing("Ana", "Second") as session:
        desk["second"] = make_plan(session, desk["cohort"], "Second")
    return desk


def draft(desk, plan, mentee, mentor):
    do(draft_pair, plan_id=desk[plan], mentor_id=desk[mentor], mentee_id=desk[mentee])


def compared(desk) -> Comparison:
    with reading() as session:
        return comparison(session, plan_id=desk["plan"], other_id=desk["second"], today=ON)


def fit(desk, plan, mentee) -> float:
    with reading() as session:
        drafts = outlook(session, plan_id=desk[plan], today=ON).drafts
    return drafts.set_index("mentee_id")["fit"].at[desk[mentee]]


def test_two_empty_plans_do_not_differ(desk):
    told = compared(desk)

    assert (told.one, told.other, told.same, told.people, told.fit) == (Total(0, 0.0), Total(0, 0.0), 0, 0, 0)
    assert told.differences.dtypes.astype(str).to_dict() == DIFFERENCES
    assert told.differences.empty


def test_a_plan_that_is_gone_is_not_compared(desk):
    assert compared({**desk, "second": 99}) is None
    assert compared({**desk, "plan": 99}) is None


def test_a_comparison_names_who_differs_and_what_it_costs(desk):
    draft(desk, "plan", "ana", "ben")
    draft(desk, "plan", "bo", "cleo")
    draft(desk, "second", "ana", "cleo")
    draft(desk, "second", "bo", "ben")
    draft(desk, "second", "chi", "ben")

    told = compared(desk)

    ana, bo = ((fit(desk, "plan", who), fit(desk, "second", who)) for who in ("ana", "bo"))
    chi = fit(desk, "second", "chi")
    columns = told.differences.drop(columns=["one_fit", "other_fit"])
    assert columns.astype(object).where(columns.notna(), None).to_numpy().tolist() == [
        [desk["ana"], "Ana Ruiz", desk["ben"], "Ben Ode", desk["cleo"], "Cleo Park"],
        [desk["bo"], "Bo Li", desk["cleo"], "Cleo Park", desk["ben"], "Ben Ode"],
        [desk["chi"], "Chi Ito", None, None, desk["ben"], "Ben Ode"],
    ]
    assert told.differences["one_fit"].tolist() == pytest.approx([ana[0], bo[0], float("nan")], nan_ok=True)
    assert told.differences["other_fit"].tolist() == [ana[1], bo[1], chi]
    assert (told.same, told.people) == (0, 1)
    assert told.fit == pytest.approx(ana[1] + bo[1] + chi - ana[0] - bo[0])


def test_what_is_the_same_or_impossible_is_no_difference(desk):
    for plan in ("plan", "second"):
        draft(desk, plan, "ana", "ben")
    draft(desk, "plan", "bo", "cleo")
    with writing("Ana", "Left") as session:
        withdraw(session, participant_id=desk["bo"], today=ON)

    told = compared(desk)

    assert (told.differences.empty, told.same, told.people, told.fit) == (True, 1, 0, 0)
