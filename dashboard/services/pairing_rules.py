"""The rules of pairing in words: each says who, why not, and what to do. The database guards the same rules."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, func, select

from dashboard.errors import ConflictError, InvalidError, NotFoundError, RuleError
from dashboard.services import pairing_sentences as sentences
from dashboard.services.demand_rules import check_demands
from dashboard.services.record_rules import known_pairing, last_record
from models import OPEN, Cohort, Pairing, Participant, ParticipantStatus, Person, Role, Separation


@dataclass(frozen=True)
class Two:
    """A mentor and a mentee, each as participant and person, inside a writing block."""

    mentor: Participant
    mentee: Participant
    mentor_person: Person
    mentee_person: Person
    cohort: Cohort

    @property
    def names(self) -> str:
        return f"{self.mentee_person.name} with {self.mentor_person.name}"


def two_of(session: Session, *, mentor_id: int, mentee_id: int) -> Two:
    """The two participants in their roles and in one cohort, or the sentence that says what is wrong."""
    mentor, mentor_person = _participant(session, mentor_id, Role.MENTOR)
    mentee, mentee_person = _participant(session, mentee_id, Role.MENTEE)
    if mentor.cohort_id != mentee.cohort_id:
        raise RuleError(
            f"{mentee_person.name} and {mentor_person.name} are in different cohorts. Choose two of the same cohort."
        )
    return Two(mentor, mentee, mentor_person, mentee_person, session.get_one(Cohort, mentee.cohort_id))


def pairing_of(session: Session, pairing_id: int) -> tuple[Pairing, Two]:
    """The pairing and its two people, or a sentence when it is gone."""
    pairing = session.get(Pairing, pairing_id)
    if pairing is None:
        raise NotFoundError("This pairing is not here any more: somebody removed it. Look at the list again.")
    return pairing, two_of(session, mentor_id=pairing.mentor_id, mentee_id=pairing.mentee_id)


def check_may_pair(session: Session, two: Two, *, on: date | None) -> None:
    """Refuse two who are not to be in an open pairing with each other, as their clocks stand on that day.

    Without a day the demands of the cohort are not asked: what was a pairing before is not theirs to refuse.
    """
    if two.cohort.archived_at:
        raise RuleError(f"{two.cohort.name} is archived. Restore it first, then pair.")
    _check_people(session, two)
    for participant, person in ((two.mentee, two.mentee_person), (two.mentor, two.mentor_person)):
        if participant.status != ParticipantStatus.ACTIVE:
            raise RuleError(sentences.not_active(person.name, participant.status))
    if on is not None:
        check_demands(two.cohort, two.mentee_person, two.mentor_person, on=on)
    _check_mentee_is_free(session, two)
    _check_places(session, two)


def check_start(cohort: Cohort, started_on: date | None) -> date:
    """A pairing starts in its cohort's time, or not long before it."""
    if started_on is None:
        raise InvalidError("A pairing needs a start. Choose a date.")
    if unfit := sentences.unfit_start(started_on, cohort.name, cohort.starts_on, cohort.ends_on):
        raise InvalidError(unfit)
    return started_on


def check_end(session: Session, pairing: Pairing, ended_on: date | None, *, today: date | None) -> date:
    """An end that is not before the start or the last record, nor still to come; what never began ends on its start."""
    if ended_on is None:
        raise InvalidError(sentences.NO_END)
    if today is not None and ended_on > max(today, pairing.started_on or today):
        raise InvalidError(sentences.still_to_come(ended_on))
    if pairing.started_on is not None and ended_on < pairing.started_on:
        raise InvalidError(sentences.before_start(pairing.started_on))
    last = last_record(session, known_pairing(session, pairing.id))
    if last is not None and ended_on < last.on:
        raise InvalidError(sentences.before_record(last.told, last.what))
    return ended_on


def _participant(session: Session, participant_id: int, role: Role) -> tuple[Participant, Person]:
    participant = session.get(Participant, participant_id)
    if participant is None:
        raise NotFoundError(f"This {role} is not in the cohort any more: somebody removed them. Choose another {role}.")
    person = session.get_one(Person, participant.person_id)
    if participant.role != role:
        raise RuleError(f"{person.name} is here as a {participant.role}, not as a {role}. Choose a {role}.")
    return participant, person


def _check_people(session: Session, two: Two) -> None:
    mentor, mentee = two.mentor_person, two.mentee_person
    if mentor.id == mentee.id:
        raise RuleError(sentences.same_person(mentee.name))
    if mentee.manager_email and mentee.manager_email == mentor.email_key:
        raise RuleError(sentences.manages(mentor.name, mentee.name))
    if mentor.manager_email and mentor.manager_email == mentee.email_key:
        raise RuleError(sentences.reports(mentor.name, mentee.name))
    low, high = sorted((mentor.id, mentee.id))
    apart = (col(Separation.person_a_id) == low, col(Separation.person_b_id) == high)
    if separation := session.exec(select(Separation).where(*apart)).first():
        raise RuleError(sentences.kept_apart(mentee.name, mentor.name, separation.reason))


def _check_mentee_is_free(session: Session, two: Two) -> None:
    now = select(Pairing.mentor_id).where(Pairing.mentee_id == two.mentee.id, col(Pairing.status).in_(OPEN))
    if mentor_id := session.exec(now).first():
        mentor = session.get_one(Person, session.get_one(Participant, mentor_id).person_id)
        raise ConflictError(sentences.paired_already(two.mentee_person.name, mentor.name))


def _check_places(session: Session, two: Two) -> None:
    is_taken = (Pairing.mentor_id == two.mentor.id, col(Pairing.status).in_(OPEN))
    taken = session.exec(select(func.count()).select_from(Pairing).where(*is_taken)).one()
    if taken >= (two.mentor.capacity or 0):
        raise RuleError(sentences.full(two.mentor_person.name, taken, two.mentor.capacity))
