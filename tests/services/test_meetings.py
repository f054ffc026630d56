"""Logging meetings: every rule has a sentence, many rows are all or nothing."""

from datetime import date, datetime

import pandas as pd
import pytest
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.errors import InvalidError, NotFoundError, RuleError
from dashboard.services.meetings import edit_meeting, log_meeting, log_meetings, remove_meeting
from dashboard.services.rows import RowsError
from models import Action, Meeting, MeetingSkill, Skill
from tests.factories import make_cohort, make_meeting, make_pair, make_skill

TODAY = date(2026, 6, 15)


@pytest.fixture
def pairing_id(database):
    with writing("Ana", "Set up") as session:
        return make_pair(session, make_cohort(session), "Mia", "Ben", started_on=date(2026, 1, 5))


def pair(**fields):
    with writing("Ana", "Set up") as session:
        return make_pair(session, make_cohort(session), "Leo", "Cy", **fields)


def log(pairing_id, held_on=date(2026, 6, 1), **told):
    with writing("Ana", "Logged") as session:
        return log_meeting(session, pairing_id=pairing_id, held_on=held_on, today=TODAY, **told)


def meetings():
    with reading() as session:
        return [row.model_dump(exclude={"id"}) for row in session.exec(select(Meeting).order_by(Meeting.id))]


def practised():
    with reading() as session:
        return list(session.exec(select(Skill.name).join(MeetingSkill).order_by(MeetingSkill.id)))


def test_a_meeting_keeps_what_was_told(pairing_id):
    log(
        pairing_id, minutes=45, format="in_person", notes="  Talked about\r\noffers.  ", skills=["SQL", " sql ", "Tact"]
    )

    assert meetings() == [
        {
            "pairing_id": pairing_id,
            "held_on": date(2026, 6, 1),
            "minutes": 45,
            "format": "in_person",
            "missed": False,
            "notes": "Talked about\noffers.",
        }
    ]
    assert practised() == ["SQL", "Tact"]


def test_a_meeting_needs_only_a_day(pairing_id):
    log(pairing_id)

    (meeting,) = meetings()
    assert (meeting["minutes"], meeting["format"], meeting["missed"], meeting["notes"]) == (None, "video", False, None)


@pytest.mark.parametrize(
    ("told", "error", "sentence"),
    [
        ({"held_on": None}, InvalidError, "A meeting needs a day. Choose one."),
        ({"held_on": pd.NaT}, InvalidError, "A meeting needs a day. Choose one."),
        ({"held_on": date(2026, 6, 16)}, InvalidError, "16 Jun 2026 is still to come. Choose today or an earlier day."),
        (
            {"held_on": date(2026, 1, 4)},
            InvalidError,
            "Ben with Mia started on 5 Jan 2026. Choose that day or a later one.",
        ),
        *(
            (
                {"minutes": minutes},
                InvalidError,
                "Minutes are a whole number from 1 to 720. Correct them, or leave them empty.",
            )
            for minutes in (0, -5, 721, 45.5, "an hour")
        ),
        (
            {"minutes": 30, "missed": True},
            InvalidError,
            "A missed meeting has no minutes. Clear the minutes, or say that it was held.",
        ),
        (
            {"format": "fax"},
            InvalidError,
            '"fax" is not a format of a meeting. Choose one of: in person, video, phone, chat, other.',
        ),
        (
            {"notes": "x" * 10_001},
            InvalidError,
            "The note is too long: it has 10,001 characters. Shorten it to 10,000.",
        ),
    ],
)
def test_a_meeting_that_cannot_be_is_refused_in_a_sentence(pairing_id, told, error, sentence):
    with pytest.raises(error) as refused:
        log(pairing_id, **told)

    assert (str(refused.value), meetings()) == (sentence, [])


def test_a_meeting_on_the_first_and_on_the_last_day_is_logged(database):
    pairing_id = pair(status="completed", started_on=date(2026, 1, 5), ended_on=date(2026, 3, 5))

    log(pairing_id, date(2026, 1, 5))
    log(pairing_id, datetime(2026, 3, 5, 9))
    with pytest.raises(RuleError) as refused:
        log(pairing_id, date(2026, 3, 6))

    assert str(refused.value) == (
        "Cy with Leo ended on 5 Mar 2026. Choose that day or an earlier one, or reopen the pairing."
    )
    assert [meeting["held_on"] for meeting in meetings()] == [date(2026, 1, 5), date(2026, 3, 5)]


def test_a_draft_has_no_meetings(database):
    with pytest.raises(RuleError, match=r"^Cy with Leo is still a draft\. Publish the pairing first\.$"):
        log(pair(status="draft", started_on=None))


def test_a_pairing_that_starts_later_has_no_meetings_yet(database):
    with pytest.raises(InvalidError, match=r"^Cy with Leo starts on 20 Jun 2026\. Choose that day or a later one\.$"):
        log(pair(started_on=date(2026, 6, 20)))


def test_a_pairing_that_was_removed_is_refused_in_a_sentence(database):
    sentence = r"^This pairing is not here any more: somebody removed it\. Choose another one\.$"
    with pytest.raises(NotFoundError, match=sentence):
        log(999)


def test_a_second_meeting_on_a_day_is_a_decision(pairing_id):
    log(pairing_id, missed=True)
    with pytest.raises(RuleError) as refused:
        log(pairing_id)
    log(pairing_id, allow_second=True)

    assert str(refused.value) == (
        "Ben with Mia has a meeting on 1 Jun 2026 already. Choose another day, or say that it is a second one."
    )
    assert [meeting["missed"] for meeting in meetings()] == [True, False]


def log_many(*rows):
    with writing("Ana", "Logged many") as session:
        return log_meetings(session, rows=rows, today=TODAY)


def test_many_meetings_are_logged_in_one_action(pairing_id):
    other = pair()
    log_many(
        {"pairing_id": pairing_id, "held_on": date(2026, 6, 1), "minutes": 30.0, "skills": ["SQL", "Tact"]},
        {"pairing_id": other, "held_on": date(2026, 6, 1), "missed": True},
        {"pairing_id": other, "held_on": date(2026, 6, 2), "minutes": float("nan"), "skills": ["sql"]},
    )

    assert [(row["pairing_id"], row["minutes"]) for row in meetings()] == [
        (pairing_id, 30),
        (other, None),
        (other, None),
    ]
    assert practised() == ["SQL", "Tact", "SQL"]
    with reading() as session:
        assert list(session.exec(select(Action.summary)))[-1] == "Logged many"


def test_one_bad_row_keeps_all_out_and_every_bad_row_is_told(pairing_id):
    good = {"pairing_id": pairing_id, "held_on": date(2026, 6, 1)}
    with pytest.raises(RowsError) as refused:
        log_many(good, {**good, "held_on": None}, good, {"pairing_id": 999, "held_on": date(2026, 6, 1)})

    assert refused.value.troubles == {
        2: "A meeting needs a day. Choose one.",
        3: "Ben with Mia has a meeting on 1 Jun 2026 already. Choose another day, or say that it is a second one.",
        4: "This pairing is not here any more: somebody removed it. Choose another one.",
    }
    assert str(refused.value).startswith("Nothing was saved: 3 rows need a correction. Row 2: A meeting needs a day.")
    assert meetings() == []


def test_rows_of_a_file_keep_their_numbers_and_many_troubles_are_cut_short(pairing_id):
    bad = [{"pairing_id": pairing_id, "held_on": None, "row": number} for number in range(5, 17)]
    with pytest.raises(RowsError) as refused:
        log_many(*bad)

    assert list(refused.value.troubles) == list(range(5, 17))
    assert str(refused.value).endswith("Row 14: A meeting needs a day. Choose one. And 2 more.")


def test_no_rows_log_nothing(pairing_id):
    assert log_many() == []


def edit(meeting_id, **changes):
    with writing("Ana", "Edited") as session:
        edit_meeting(session, meeting_id=meeting_id, today=TODAY, **changes)


def test_an_edit_changes_what_is_told_and_keeps_the_rest(pairing_id):
    meeting_id = log(pairing_id, minutes=45, notes="Kept", skills=["SQL", "Tact"])
    edit(meeting_id, held_on=date(2026, 6, 2), minutes=60, skills=["Tact", "Grit"])

    (meeting,) = meetings()
    assert (meeting["held_on"], meeting["minutes"], meeting["notes"]) == (date(2026, 6, 2), 60, "Kept")
    assert practised() == ["Tact", "Grit"]


def test_an_edit_follows_the_same_rules(pairing_id):
    log(pairing_id, date(2026, 6, 3))
    meeting_id = log(pairing_id, minutes=45)
    for changes, sentence in (
        ({"missed": True}, "A missed meeting has no minutes"),
        ({"held_on": date(2026, 6, 3)}, "has a meeting on 3 Jun 2026 already"),
        ({"held_on": date(2026, 7, 3)}, "still to come"),
    ):
        with pytest.raises((InvalidError, RuleError), match=sentence):
            edit(meeting_id, **changes)
    edit(meeting_id, missed=True, minutes=None)

    assert [(row["held_on"], row["missed"]) for row in meetings()] == [
        (date(2026, 6, 3), False),
        (date(2026, 6, 1), True),
    ]


def test_one_of_two_on_a_day_can_be_corrected_without_deciding_again(pairing_id):
    log(pairing_id)
    second = log(pairing_id, allow_second=True)
    edit(second, notes="The second one")

    assert [row["notes"] for row in meetings()] == [None, "The second one"]


def test_a_removed_meeting_takes_its_skills_along(pairing_id):
    with writing("Ana", "Set up") as session:
        make_skill(session, "Grit")
        kept = make_meeting(session, pairing_id)
    meeting_id = log(pairing_id, skills=["SQL"])
    with writing("Ana", "Removed") as session:
        remove_meeting(session, meeting_id=meeting_id)

    with reading() as session:
        assert list(session.exec(select(Meeting.id))) == [kept]
    assert practised() == []


def test_a_meeting_that_is_gone_is_told_in_a_sentence(database):
    sentence = "This meeting is not here any more: somebody removed it. Look at the list again."
    with pytest.raises(NotFoundError) as refused:
        edit(999, minutes=5)
    assert str(refused.value) == sentence
    with pytest.raises(NotFoundError) as refused, writing("Ana", "Removed") as session:
        remove_meeting(session, meeting_id=999)
    assert str(refused.value) == sentence
