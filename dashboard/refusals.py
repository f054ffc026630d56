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
    "plan_full": "This mentor has no place left in this plan. Raise the capacity or choose another mentor.",
    "drafted_while_paired": "This mentee is paired already. End that pairing first, or leave them out of the plan.",
    "capacity_taken": "The capacity can't go below the number of mentees this mentor has now. End a pairing first.",
    "not_active": "One of the two is waitlisted or has withdrawn. Make both active first, then pair them.",
    "still_paired": "This participant is in an open pairing. End it first; withdrawing does both at once.",
    "paired_now": "These two are paired now. End their pairing first, then keep them apart.",
    "record_beyond": "This pairing has a meeting or a check-in outside these dates. Correct or remove it first.",
    "record_drafted": "This pairing has a meeting or a check-in, so it can't be a draft again. Remove that first.",
    "meeting_beyond": "A meeting lies between the start and the end of its pairing. Correct the day or the pairing.",
    "check_in_beyond": "A check-in lies between the start and the end of its pairing. Correct the day or the pairing.",
    "not_in_pairing": "Only the mentor or the mentee of this pairing can answer its check-in.",
}
# The constraint's name, as PostgreSQL says it, or the columns of a unique one, as SQLite does; the first that fits.
CONSTRAINTS = {
    r"(?i)foreign key": "Something that this builds on was removed in the meantime. Reload the page and look again.",
    r"uq_pairing_open_mentee|: pairing\.mentee_id$": "This mentee is paired already. End or move that pairing first.",
    r"uq_cohort_name_key|: cohort\.name_key$": "There is already a cohort with this name. Choose another name.",
    r"uq_plan_cohort_id|: plan\.cohort_id,": "This cohort has a plan of this name already. Choose another name.",
    r"uq_pairing_plan_id|: pairing\.plan_id,": "This mentee is in the plan already. Move or remove that draft first.",
    r"uq_person_external_id|: person\.external_id$": "Somebody else has this external ID. Correct one of the two.",
    r"uq_participant_person_id|: participant\.person_id,": "This person already has this role in this cohort.",
    r"uq_skill_name_key|: skill\.name_key$": "There is already a skill with this name.",
    r"uq_separation|: separation\.person_a_id,": "These two are kept apart already.",
    r"uq_check_in|: check_in\.pairing_id,": "This check-in was answered already. Open it to change the answers.",
    r"uq_action_token|: action\.token$": "This was already done; nothing was done twice.",
    r"(?i)check constraint|ck_": "One of the values can't be, so nothing was saved. Correct it and try again.",
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
