"""What the database refuses, in words: the second home of each rule, for the rare case that the first was passed by."""

import re

from sqlalchemy.exc import IntegrityError

from dashboard.errors import ConflictError, MentorboardError, RuleError

GUARDS = {
    "mentor_full": "This mentor has no place left. Raise the capacity or choose another mentor.",
    "wrong_role": "A pairing needs a mentor and a mentee. Choose one of each.",
    "same_person": "Nobody can be paired with themselves. Choose another mentor.",
    "own_manager": "One of the two manages the other, so they can't be paired. Choose another mentor.",
    "separated": "These two are to be kept apart. Choose another mentor, or remove the separation first.",
    "capacity_taken": "The capacity can't go below the number of mentees this mentor has now. End a pairing first.",
    "not_in_pairing": "Only the mentor or the mentee of this pairing can answer its check-in.",
}
# A fragment of the constraint's name (PostgreSQL) or of its columns (SQLite says those for unique constraints).
CONSTRAINTS = {
    r"uq_pairing_open_mentee|pairing\.mentee_id": "This mentee is paired already. End or move that pairing first.",
    r"uq_cohort_name_key|cohort\.name_key": "There is already a cohort with this name. Choose another name.",
    r"uq_person_external_id|person\.external_id": "Somebody else has this external ID. Correct one of the two.",
    r"uq_participant_person_id|participant\.person_id": "This person already has this role in this cohort.",
    r"uq_skill_name_key|skill\.name_key": "There is already a skill with this name.",
    r"uq_separation|separation\.person_a_id": "These two are kept apart already.",
    r"check_in": "This check-in was answered already. Open it to change the answers.",
    r"uq_action_token|action\.token": "This was already done; nothing was done twice.",
    r"(?i)foreign key": "Something that this builds on was removed in the meantime. Reload the page and look again.",
}


def refusal(error: IntegrityError) -> MentorboardError:
    """The sentence for what the database refused; an unknown refusal still says what to do."""
    said = str(error.orig)
    if guard := re.search(r"guard:(\w+)", said):
        return RuleError(GUARDS[guard.group(1)])
    for pattern, sentence in CONSTRAINTS.items():
        if re.search(pattern, said):
            return ConflictError(sentence)
    return ConflictError("The data changed in the meantime, so nothing was saved. Reload the page and try again.")
