"""Recording check-ins: who may answer what, when, and how often."""

from datetime import date

import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.errors import ConflictError, InvalidError, NotFoundError, RuleError
from dashboard.services.check_ins import edit_check_in, record_check_in, record_check_ins, remove_check_in
from dashboard.services.rows import RowsError
from models import CheckIn
from tests.factories import make_check_in, make_cohort, make_mentee, make_mentor, make_pair, make_pairing

TODAY = date(2026, 6, 15)
ON = date(2026, 6, 1)


@pytest.fixture
def two(database):
    """A pairing with its mentor and mentee, and somebody who is not in it."""
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        mentor, mentee = make_mentor(session, cohort_id, "Mia"), make_mentee(session, cohort_id, "Ben")
        pairing_id = make_pairing(session, mentor, mentee, started_on=date(2026, 1, 5))
        return {"pairing": pairing_id, "mentor": mentor, "mentee": mentee, "other": make_mentee(session, cohort_id)}


def record(two, by="mentee", wave="pulse", answered_on=ON, **answers):
    with writing("Ana", "Recorded") as session:
        return record_check_in(
            session,
            pairing_id=two["pairing"],
            participant_id=two[by],
            wave=wave,
            answered_on=answered_on,
            today=TODAY,
            **(answers or {"relationship": 4}),
        )


def stored():
    with reading() as session:
        return [row.model_dump(exclude={"id"}) for row in session.exec(select(CheckIn).order_by(CheckIn.id))]


def test_a_check_in_keeps_what_was_answered(two):
    answers = {
        "relationship": 5,
        "progress": 3,
        "confidence": 4,
        "fit": "good",
        "recommend": 10,
        "would_mentor": False,
        "comment": "More time, please.",
        "confidential": True,
    }
    record(two, wave="final", **answers)

    assert stored() == [
        {
            "pairing_id": two["pairing"],
            "participant_id": two["mentee"],
            "wave": "final",
            "answered_on": ON,
            **answers,
        }
    ]


def test_a_comment_is_answer_enough_and_confidential_needs_one(two):
    record(two, comment=" Fine. ")
    record(two, by="mentor", relationship=4, comment="  ", confidential=True)

    assert [(row["comment"], row["confidential"]) for row in stored()] == [("Fine.", False), (None, False)]


@pytest.mark.parametrize(
    ("told", "error", "sentence"),
    [
        ({"wave": "weekly"}, InvalidError, "A check-in belongs to a wave. Choose one of: Baseline, First meeting,"),
        ({"answered_on": None}, InvalidError, "A check-in needs a day. Choose one."),
        ({"answered_on": date(2026, 6, 16)}, InvalidError, "16 Jun 2026 is still to come."),
        ({"answered_on": date(2026, 1, 4)}, InvalidError, "Ben with Mia started on 5 Jan 2026."),
        ({"by": "other"}, RuleError, "Only the two in a pairing answer for it. Choose who answered: Ben with Mia."),
        ({"comment": " "}, InvalidError, "Nothing was answered. Give at least one answer of Ben, or a comment."),
        (
            {"relationship": 0},
            InvalidError,
            "Relationship is a whole number from 1 to 5. Correct it, or leave it empty.",
        ),
        ({"progress": 6}, InvalidError, "Progress is a whole number from 1 to 5."),
        ({"confidence": 2.5}, InvalidError, "Confidence is a whole number from 1 to 5."),
        ({"recommend": 11}, InvalidError, "Recommend is a whole number from 0 to 10."),
        ({"fit": "so-so"}, InvalidError, "The fit is one of: A good fit, Still deciding, Not a fit."),
        ({"would_mentor": "maybe"}, InvalidError, "Would mentor is yes or no."),
    ],
)
def test_a_check_in_that_cannot_be_is_refused_in_a_sentence(two, told, error, sentence):
    with pytest.raises(error) as refused:
        record(two, **told)

    assert (str(refused.value)[: len(sentence)], stored()) == (sentence, [])


def test_zero_is_a_score_and_no_is_an_answer(two):
    record(two, wave="final", recommend=0, would_mentor=False)

    assert [(row["recommend"], row["would_mentor"]) for row in stored()] == [(0, False)]


def test_each_wave_is_answered_once_by_each(two):
    record(two, wave="midpoint")
    record(two, by="mentor", wave="midpoint")
    with pytest.raises(ConflictError) as refused:
        record(two, wave="midpoint", answered_on=date(2026, 6, 2))

    assert str(refused.value) == "Ben answered the midpoint check-in on 1 Jun 2026 already. Edit that one instead."
    assert len(stored()) == 2


def test_a_pulse_is_answered_again_on_another_day(two):
    record(two)
    record(two, answered_on=date(2026, 6, 2))
    with pytest.raises(ConflictError) as refused:
        record(two)

    assert str(refused.value) == ("Ben answered a pulse on 1 Jun 2026 already. Edit that one, or choose another day.")


def test_after_the_end_only_the_final_is_answered(database):
    with writing("Ana", "Set up") as session:
        over = make_pair(session, make_cohort(session), "Leo", "Cy", status="completed", ended_on=date(2026, 3, 5))
    two = {"pairing": over, "mentee": 2}
    record(two, wave="final")
    record(two, wave="pulse", answered_on=date(2026, 3, 5))
    with pytest.raises(RuleError, match=r"^Cy with Leo ended on 5 Mar 2026\. Choose that day or an earlier one"):
        record(two, wave="midpoint")


def test_a_draft_and_a_removed_pairing_are_refused(database):
    with writing("Ana", "Set up") as session:
        draft = make_pair(session, make_cohort(session), "Leo", "Cy", status="draft", started_on=None)
    with pytest.raises(RuleError, match="still a draft"):
        record({"pairing": draft, "mentee": 2})
    with pytest.raises(NotFoundError, match="This pairing is not here any more"):
        record({"pairing": 999, "mentee": 2})


def test_many_are_recorded_all_or_nothing(two):
    row = {"pairing_id": two["pairing"], "wave": "baseline", "answered_on": ON, "confidence": 4}
    mentee, mentor = {**row, "participant_id": two["mentee"]}, {**row, "participant_id": two["mentor"]}
    with writing("Ana", "Recorded") as session, pytest.raises(RowsError) as refused:
        record_check_ins(session, rows=[mentee, {**mentor, "confidence": 9}, mentee], today=TODAY)
    assert list(refused.value.troubles) == [2, 3]
    assert stored() == []

    with writing("Ana", "Recorded") as session:
        assert record_check_ins(session, rows=[mentee, mentor], today=TODAY) == [1, 2]


def edit(check_in_id, **changes):
    with writing("Ana", "Edited") as session:
        edit_check_in(session, check_in_id=check_in_id, today=TODAY, **changes)


def test_an_edit_keeps_what_is_not_told(two):
    check_in_id = record(two, relationship=2, comment="Between us", confidential=True)
    edit(check_in_id, relationship=3, answered_on=date(2026, 6, 2))

    (row,) = stored()
    assert (row["relationship"], row["comment"], row["confidential"]) == (3, "Between us", True)
    assert row["answered_on"] == date(2026, 6, 2)


def test_an_edit_follows_the_same_rules(two):
    record(two, wave="baseline", confidence=3)
    check_in_id = record(two)
    for changes, error in (
        ({"wave": "baseline"}, ConflictError),
        ({"relationship": None}, InvalidError),
        ({"relationship": 7}, InvalidError),
        ({"participant_id": two["other"]}, RuleError),
    ):
        with pytest.raises(error):
            edit(check_in_id, **changes)


def test_a_check_in_is_removed_and_one_that_is_gone_is_told(two):
    check_in_id = record(two)
    with writing("Ana", "Set up") as session:
        make_check_in(session, two["pairing"], "mentor")
    with writing("Ana", "Removed") as session:
        remove_check_in(session, check_in_id=check_in_id)

    assert [row["wave"] for row in stored()] == ["baseline"]
    with pytest.raises(NotFoundError, match="This check-in is not here any more"):
        edit(check_in_id, relationship=1)


def test_a_comment_that_goes_leaves_the_check_in_confidential(two):
    check_in_id = record(two, relationship=2, comment="Between us", confidential=True)
    with writing("Ana", "Edited") as session:
        edit_check_in(session, check_in_id=check_in_id, today=TODAY, comment=None)

    (row,) = stored()
    assert (row["relationship"], row["comment"], row["confidential"]) == (2, None, True)
