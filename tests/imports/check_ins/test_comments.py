"""Free text of a form: what was told in confidence stays there, and no answer is lost on the way."""

import pytest

from dashboard.imports.review import State
from tests.imports.check_ins.test_review import answers, spring, upload

__all__ = ["spring"]

ASKED = "Anything you want to tell us confidentially?"
FORM = (
    f"Timestamp,Email,We get along well,What went well?,{ASKED}\n"
    "2026-02-24,ben@example.org,Agree,The goals talk,My mentor is sometimes late\n"
    "2026-02-24,flo@example.org,Agree,All of it,-\n"
    "2026-02-24,gus@example.org,Agree,n/a,\n"
)


def test_a_question_asked_in_confidence_is_a_confidential_comment(spring):
    look = upload(FORM, spring)
    review = look.review()

    assert look.meanings()[ASKED] == "confidential_comment"
    assert [(one.get("comment"), one["confidential"]) for one in answers(FORM, spring)] == [
        (f"What went well? The goals talk\n\n{ASKED} My mentor is sometimes late", True),
        ("What went well? All of it", False),
        (None, False),
    ]
    assert review.lines[0].brings[1:] == ("Relationship: 4", "a confidential comment")
    assert review.lines[0].remarks == (
        "A check-in has one comment: with its confidential part, all of it is kept confidential.",
    )
    assert (review.lines[1].brings[-1], review.lines[1].remarks) == ("Comment: What went well? All of it", ())


@pytest.mark.parametrize(
    ("question", "cell", "field"),
    [
        ("Is there something to add in confidence?", "He is late", "confidential_comment"),
        ("Möchtest du uns etwas vertraulich mitteilen?", "Er kommt zu spät", "confidential_comment"),
        ("Anything confidential?", "No", "confidential_comment"),
        ("Keep this confidential?", "Yes", "confidential"),
        ("Is this confidential?", "He is late", "confidential_comment"),
        ("How confident are you now?", "He is late", "comment"),
        ("How confident are you now?", "Very confident", "confidence"),
        ("How confidently do you speak?", "4", "confidence"),
    ],
)
def test_what_a_question_asks_for_is_told_by_its_words_and_its_answers(spring, question, cell, field):
    look = upload(f"Email,Date,Progress,{question}\nben@example.org,2026-02-20,4,{cell}\n", spring)

    assert look.meanings()[question] == field


def test_a_no_beside_a_confidential_comment_does_not_publish_it(spring):
    content = "Email,Date,Confidential comment,Confidential\nben@example.org,2026-02-20,He is late,no\n"

    assert answers(content, spring)[0]["confidential"] is True


@pytest.mark.parametrize("cell", ["-", "--", "N/A", "none", "."])
def test_a_mark_where_nothing_is_said_is_no_comment(spring, cell):
    review = upload(f"Email,Date,Progress,Comment\nben@example.org,2026-02-20,4,{cell}\n", spring).review()

    assert (review.lines[0].state, review.plan.check_ins[0]["comment"]) == (State.NEW, None)


def test_answers_that_nothing_claims_are_named_and_can_be_kept_in_the_comment(spring):
    agreed, trust = "We meet as often as we agreed", "We make each other laugh (1-7)"
    content = (
        f"Email,Date,Progress,{agreed},{trust},Favorite color,Shoe size\n"
        "ben@example.org,2026-02-20,4,Strongly agree,6,blue,38\nflo@example.org,2026-02-20,4,,,,\n"
    )
    kept = {agreed: "kept", trust: "kept"}

    assert [column.name for column in upload(content, spring).columns.lost] == [agreed, trust]
    assert upload(content, spring, choices={agreed: "-", trust: "kept"}).columns.lost == []
    assert [one.get("comment") for one in answers(content, spring, choices=kept)] == [
        f"{agreed}: Strongly agree\n\n{trust}: 6",
        None,
    ]


@pytest.mark.parametrize(
    ("column", "field", "comment"),
    [
        ("Comment", "comment", "More time"),
        ("Open feedback", "comment", "More time"),
        ("What goes well, and what would help?", "comment", "More time"),
        ("What could be better?", "comment", "What could be better? More time"),
        ("Rate us in your words", "kept", "Rate us in your words: More time"),
        ("Confidential comment", "confidential_comment", "More time"),
        ("Anything in confidence?", "confidential_comment", "Anything in confidence? More time"),
    ],
)
def test_an_answer_keeps_its_question_unless_the_column_is_called_just_comment(spring, column, field, comment):
    content = f'Email,Date,Progress,"{column}"\nben@example.org,2026-02-20,4,More time\n'

    assert [one["comment"] for one in answers(content, spring, choices={column: field})] == [comment]
