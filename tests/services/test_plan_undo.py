"""Whatever was done with plans, and around them, can be taken back step by step: every table is as it was before."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from dashboard.database import reading, writing
from dashboard.errors import MentorboardError
from dashboard.queries.outlooks import solved
from dashboard.services.history import undo
from dashboard.services.pairings import pair, pair_group, swap_mentors
from dashboard.services.participants import edit_participant, remove_participant, withdraw
from dashboard.services.people import separate
from dashboard.services.plans import (
    clear_impossible,
    clear_unlocked,
    discard_plan,
    draft_group,
    draft_pair,
    fill_in_rest,
    lock_drafts,
    move_draft,
    publish,
    remove_drafts,
    rename_plan,
    start_plan,
    swap_drafts,
    unlock_drafts,
)
from models import Action, ActionKind, Pairing, Participant, Plan
from tests.factories import make_cohort, make_mentee, make_mentor
from tests.planning import ON, do
from tests.tables import rows

Pick = Callable[[list[int], int], int]


class Desk:
    """A cohort of its own for each example; what is chosen is chosen by number among what there is."""

    def __init__(self) -> None:
        with writing("Ana", "Set up") as session:
            self.cohort = make_cohort(session)
            self.mentors = [make_mentor(session, self.cohort, capacity=capacity) for capacity in (1, 2, 2)]
            self.mentees = [make_mentee(session, self.cohort) for _ in range(5)]

    def some(self, model: Any, *conditions: Any) -> list[int]:
        with reading() as session:
            here = col(model.cohort_id) == self.cohort
            return list(session.exec(select(model.id).where(here, *conditions).order_by(col(model.id))).all())

    def act(self, what: str, one: int, other: int) -> None:
        """One act; what is impossible is refused, and leaves no action."""
        mentor, mentee = _among(self.mentors, one), _among(self.mentees, other)
        plan = _among(self.some(Plan), one)
        drafts = self.some(Pairing, col(Pairing.plan_id) == plan)
        draft, second = _among(drafts, one), _among(drafts, other)
        open_ = self.some(Pairing, col(Pairing.status) == "active")
        acts: dict[str, Callable[[], Any]] = {
            "start": lambda: do(start_plan, cohort_id=self.cohort, name=f"Plan {one}"),
            "copy": lambda: do(start_plan, cohort_id=self.cohort, name=f"Copy {one} {other}", copy_of=plan),
            "rename": lambda: do(rename_plan, plan_id=plan, name=f"Named {other}"),
            "discard": lambda: do(discard_plan, plan_id=plan),
            "draft": lambda: do(draft_pair, plan_id=plan, mentor_id=mentor, mentee_id=mentee),
            "group": lambda: do(draft_group, plan_id=plan, mentor_id=mentor, mentee_ids=self.mentees[other % 4 :][:2]),
            "remove": lambda: do(remove_drafts, plan_id=plan, draft_ids=[draft]),
            "lock": lambda: do(lock_drafts, plan_id=plan),
            "unlock": lambda: do(unlock_drafts, plan_id=plan, draft_ids=[draft]),
            "move": lambda: do(move_draft, draft_id=draft, mentor_id=_among(self.mentors, other)),
            "swap": lambda: do(swap_drafts, draft_id=draft, other_id=second),
            "fill": lambda: _fill(plan),
            "clear": lambda: do(clear_unlocked, plan_id=plan),
            "clear_impossible": lambda: do(clear_impossible, plan_id=plan),
            "publish": lambda: do(publish, plan_id=plan, started_on=ON),
            "publish_one": lambda: do(publish, plan_id=plan, started_on=ON, pairs=[_pair_of(draft)]),
            "pair": lambda: do(pair, mentor_id=mentor, mentee_id=mentee, started_on=ON),
            "pair_group": lambda: do(
                pair_group, mentor_id=mentor, mentee_ids=self.mentees[other % 4 :][:2], started_on=ON
            ),
            "swap_mentors": lambda: do(
                swap_mentors, pairing_id=_among(open_, one), other_id=_among(open_, other), on=ON, reason="dates"
            ),
            "withdraw": lambda: do(withdraw, participant_id=mentee),
            "leave": lambda: do(remove_participant, participant_id=mentee),
            "shrink": lambda: do(edit_participant, participant_id=mentor, capacity=1),
            "separate": lambda: do(separate, person_id=_person(mentor), other_id=_person(mentee)),
        }
        acts[what]()


ACTS = (
    *("start", "copy", "rename", "discard", "draft", "draft", "draft", "group", "remove", "lock", "unlock", "move"),
    *("swap", "fill", "fill", "clear", "clear_impossible", "publish", "publish_one", "pair", "pair_group"),
    *("swap_mentors", "withdraw", "leave", "shrink", "separate"),
)
steps = st.tuples(st.sampled_from(ACTS), st.integers(0, 5), st.integers(0, 5))


def _among(ids: list[int], number: int) -> int:
    return ids[number % len(ids)] if ids else -1


def _fill(plan_id: int) -> None:
    with reading() as session:
        found = solved(session, plan_id=plan_id, today=ON)
    if found is not None:
        do(fill_in_rest, plan_id=plan_id, pairs=found.pairs, locked=found.locked)


def _pair_of(draft_id: int) -> tuple[int, int]:
    with reading() as session:
        draft = session.get(Pairing, draft_id)
        return (draft.mentee_id, draft.mentor_id) if draft else (-1, -1)


def _person(participant_id: int) -> int:
    with reading() as session:
        participant = session.get(Participant, participant_id)
        return participant.person_id if participant else -1


def _actions() -> list[int]:
    with reading() as session:
        return list(session.exec(select(Action.id).order_by(col(Action.id))).all())


@pytest.mark.parametrize("act", ["publish", "discard", "rename"])
def test_a_plan_whose_name_was_taken_meanwhile_comes_back_under_a_free_one(database, act):
    desk = Desk()
    plan_id = do(start_plan, cohort_id=desk.cohort, name="First")
    do(draft_pair, plan_id=plan_id, mentor_id=desk.mentors[0], mentee_id=desk.mentees[0])
    before = rows()["pairing"]
    desk.act(act, 0, 0)
    do(start_plan, cohort_id=desk.cohort, name="FIRST")
    do(start_plan, cohort_id=desk.cohort, name="First (2)")
    done = _actions()[-3]

    do(undo, action_id=done)

    with reading() as session:
        plans = session.exec(select(Plan).order_by(col(Plan.id))).all()
        assert [(plan.name, plan.name_key) for plan in plans] == [
            ("First (3)", "first (3)"),
            ("FIRST", "first"),
            ("First (2)", "first (2)"),
        ]
        told = session.exec(select(Action.summary).order_by(col(Action.id).desc())).first()
    assert told.endswith("; the plan is “First (3)” now")
    assert rows()["pairing"] == before
    with writing("Ana", "Again", kind=ActionKind.UNDO) as session:
        undo(session, action_id=_actions()[-1])


@given(st.lists(steps, min_size=1, max_size=12))
@settings(max_examples=15)
def test_acts_on_plans_undone_in_reverse_leave_every_table_as_it_was(database, acts):
    desk = Desk()
    do(start_plan, cohort_id=desk.cohort, name="First")
    before, known = rows(), len(_actions())
    for act in acts:
        try:
            desk.act(*act)
        except MentorboardError:
            continue
    done = _actions()[known:]

    for action_id in reversed(done):
        with writing("Ana", "Undo", kind=ActionKind.UNDO) as session:
            undo(session, action_id=action_id)

    assert rows() == before
