"""Who a row is about: by ID, else by e-mail, and by name where an e-mail is shared."""

from rapidfuzz import fuzz

from dashboard.imports.cells import Trouble
from dashboard.imports.people.everybody import Everybody, Someone, loose_name
from dashboard.words import both

SAME, APART = "same", "apart"
DECISIONS = {SAME: "One person: this row counts", APART: "Two people who share the address"}
"""What a coordinator can decide about a row that is not clear."""
ALIKE = 88


class UnclearError(Exception):
    """It can't be told who a row is about; ``trouble`` says why, and what may be decided."""

    def __init__(self, sentence: str, decision: str = "") -> None:
        super().__init__(sentence)
        self.trouble = Trouble("", sentence, decision)


def find_person(
    everybody: Everybody, *, name: str | None, email: str | None, external_id: str | None, decision: str = ""
) -> Someone | None:
    """The person this is, or None when they are new. Raises UnclearError where that would be a guess."""
    sharing = everybody.with_email(email) if email else []
    by_id = everybody.with_id(external_id) if external_id else None
    if by_id is not None:
        _check_address_free(by_id, sharing, email, decision)
        return by_id
    fitting = [one for one in sharing if not (external_id and one.now("external_id"))]
    if name is None:
        return _only(fitting or sharing, email)
    same_name = [one for one in fitting if loose_name(one.now("name")) == loose_name(name)]
    if same_name:
        return same_name[0]
    if not sharing or decision == APART:
        return None
    if decision == SAME:
        return (fitting or sharing)[0]
    if len(fitting) == len(sharing) == 1 and _alike(fitting[0].now("name"), name):
        return fitting[0]
    raise UnclearError(_taken(email, sharing, external_id), SAME)


def _check_address_free(someone: Someone, sharing: list[Someone], email: str | None, decision: str) -> None:
    others = [one for one in sharing if one is not someone]
    if others and someone not in sharing and decision != APART:
        raise UnclearError(_taken(email, others, None), APART)


def _only(sharing: list[Someone], email: str | None) -> Someone | None:
    if len(sharing) > 1:
        names = both([one.now("name") for one in sharing])
        raise UnclearError(f"{names} share {email}. Write the name, so that it is clear who this is.")
    return sharing[0] if sharing else None


def _taken(email: str | None, sharing: list[Someone], external_id: str | None) -> str:
    known = both([one.now("name") for one in sharing])
    ids = f", under the ID {sharing[0].now('external_id')}" if external_id and sharing[0].now("external_id") else ""
    return (
        f"{email} is the e-mail of {known} already{ids}. Correct it, or decide: is this the same person, "
        "or do two people share the address?"
    )


def _alike(one: str, other: str) -> bool:
    """Whether one name is the other with a part more or a letter changed."""
    return fuzz.token_set_ratio(loose_name(one), loose_name(other)) >= ALIKE
