"""What a coordinator does about people: add them, correct them, keep two of them apart."""

from typing import Any

from sqlmodel import Session, col, or_, select

from dashboard.errors import ConflictError, NotFoundError, RuleError
from dashboard.services.person_fields import clean_person
from dashboard.services.texts import paragraphs
from models import OPEN, Pairing, Participant, Person, Separation

__all__ = ["add_person", "allow_again", "clean_person", "edit_person", "person_named", "remove_person", "separate"]


def add_person(session: Session, *, allow_shared_email: bool = False, **fields: Any) -> int:
    """Add a person, with the fields of ``clean_person``. An address that somebody has already is a decision."""
    fields = clean_person({"name": None, **fields})
    _check_keys(session, fields, person_id=None, allow_shared_email=allow_shared_email)
    person = Person(**fields)
    session.add(person)
    session.flush()
    return person.id


def edit_person(session: Session, *, person_id: int, allow_shared_email: bool = False, **fields: Any) -> None:
    """Change the given fields of a person; the others stay as they are."""
    person = person_named(session, person_id)
    fields = clean_person(fields)
    if fields.get("email_key") == person.email_key:
        allow_shared_email = True  # it was decided when the address was given
    _check_keys(session, fields, person_id=person_id, allow_shared_email=allow_shared_email)
    for name, value in fields.items():
        setattr(person, name, value)
    session.flush()


def remove_person(session: Session, *, person_id: int) -> None:
    """Remove a person who was added by mistake: somebody who is in no cohort."""
    person = person_named(session, person_id)
    if session.exec(select(Participant.id).where(col(Participant.person_id) == person_id)).first():
        raise RuleError(
            f"{person.name} is in a cohort, and so part of its record. Remove them from their cohorts first."
        )
    apart = or_(col(Separation.person_a_id) == person_id, col(Separation.person_b_id) == person_id)
    for separation in session.exec(select(Separation).where(apart)).all():
        session.delete(separation)
    session.flush()
    session.delete(person)
    session.flush()


def separate(session: Session, *, person_id: int, other_id: int, reason: str | None = None) -> int:
    """Never pair these two, in either role and in any cohort; refused while they are paired."""
    person, other = person_named(session, person_id), person_named(session, other_id)
    if person_id == other_id:
        raise RuleError("Nobody can be kept apart from themselves. Choose another person.")
    if _separation(session, person_id, other_id):
        raise ConflictError(f"{person.name} and {other.name} are kept apart already.")
    if _paired_now(session, person_id, other_id):
        raise RuleError(
            f"{person.name} and {other.name} are paired now. End their pairing first, then keep them apart."
        )
    low, high = sorted((person_id, other_id))
    why = paragraphs(reason, label="The reason")
    separation = Separation(person_a_id=low, person_b_id=high, reason=why)
    session.add(separation)
    session.flush()
    return separation.id


def allow_again(session: Session, *, person_id: int, other_id: int) -> None:
    """Take a separation back: the two may be paired again."""
    separation = _separation(session, person_id, other_id)
    if separation is None:
        raise NotFoundError("These two are not kept apart any more. Nothing had to be done.")
    session.delete(separation)
    session.flush()


def person_named(session: Session, person_id: int) -> Person:
    """The person, or a sentence when they are gone."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFoundError("This person is not here any more: somebody removed them. Look for them in People.")
    return person


def _check_keys(session: Session, fields: dict[str, Any], *, person_id: int | None, allow_shared_email: bool) -> None:
    """An ID stands for one person; a shared address has to be meant."""
    if fields.get("external_id"):
        holder = _holder(session, col(Person.external_id) == fields["external_id"], person_id)
        if holder:
            raise ConflictError(
                f'The ID "{fields["external_id"]}" belongs to {holder} already. Correct one of the two.'
            )
    if fields.get("email_key") and not allow_shared_email:
        holder = _holder(session, col(Person.email_key) == fields["email_key"], person_id)
        if holder:
            raise ConflictError(
                f"{fields['email']} is the e-mail of {holder} already. If this is the same person, choose them "
                "instead; if the two share an address, say so and save again."
            )


def _holder(session: Session, same_key: Any, person_id: int | None) -> str | None:
    """The name of somebody else with this key."""
    other = col(Person.id) != (-1 if person_id is None else person_id)
    return session.exec(select(Person.name).where(same_key, other).order_by(col(Person.id))).first()


def _separation(session: Session, person_id: int, other_id: int) -> Separation | None:
    low, high = sorted((person_id, other_id))
    apart = (col(Separation.person_a_id) == low, col(Separation.person_b_id) == high)
    return session.exec(select(Separation).where(*apart)).first()


def _paired_now(session: Session, person_id: int, other_id: int) -> bool:
    """Whether the two are in an open pairing with each other, in any cohort."""
    own = select(Participant.id).where(col(Participant.person_id) == person_id)
    others = select(Participant.id).where(col(Participant.person_id) == other_id)
    mentors_other = col(Pairing.mentor_id).in_(own) & col(Pairing.mentee_id).in_(others)
    mentored = col(Pairing.mentor_id).in_(others) & col(Pairing.mentee_id).in_(own)
    is_open = col(Pairing.status).in_(OPEN)
    return session.exec(select(Pairing.id).where(is_open, mentors_other | mentored)).first() is not None
