"""The questions of a check-in."""

from dashboard.questions import ANSWERS, QUESTIONS, WAVES, asked
from models import CheckIn, Role, Wave


def keys(wave, role):
    return [question.key for question in asked(wave, role)]


def test_every_wave_asks_both_roles_what_makes_sense_then():
    expected = {
        "baseline": ["confidence", "comment"],
        "first_meeting": ["fit", "comment"],
        "pulse": ["relationship", "progress", "comment"],
        "midpoint": ["confidence", "relationship", "progress", "comment"],
        "final": ["confidence", "relationship", "progress", "recommend", "would_mentor", "comment"],
    }

    assert {wave: keys(wave, "mentee") for wave in WAVES} == expected
    assert {wave: keys(wave, "mentor") for wave in WAVES} == expected


def test_every_answer_is_a_column_and_every_column_a_question():
    described = {"id", "pairing_id", "participant_id", "wave", "answered_on", "confidential"}

    assert set(ANSWERS) == set(CheckIn.model_fields) - described


def test_every_question_has_words_for_both_and_waves_are_named():
    assert all(set(question.wording) == set(Role) for question in QUESTIONS)
    assert list(WAVES) == list(Wave)
