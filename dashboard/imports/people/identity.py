"""Who a row is about: by ID, else by e-mail, and by name where an e-mail is shared or new."""

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from dashboard.errors import InvalidError
from dashboard.imports.cells import Trouble
from dashboard.imports.people.choices import KEEP, NAMESAKE, NEARLY, OTHER_ID, REUSED, SAME, SHARED, TAKEN
from dashboard.imports.people.everybody import Everybody, Someone, loose_name
from dashboard.imports.review import Choice, Matter
from dashboard.words import both

ALIKE = 88
NAMED = 3
"""How many people a sentence names; the others are counted."""
LOOKED_AT = 200
"""Among how many people of one address a name that is nearly the same is looked for, and how many of one name are."""
MOST_SHARING = 500
"""People of one address from whom on it is nobody's own: a placeholder such as noreply."""
Ask = Callable[[Matter, str], Choice]
"""A matter and a sentence -> the choice, with the answer in force."""


class UnclearError(Exception):
    """It can't be told who a row is about; ``trouble`` says why, and what may be decided."""

    def __init__(self, sentence: str, decision: str = "") -> None:
        super().__init__(sentence)
        self.trouble = Trouble("", sentence, decision)


@dataclass(frozen=True, slots=True)
class Found:
    """The person, or None when they are new; and what the row left open about it."""

    person: Someone | None
    choice: Choice | None = None

    @property
    def kept(self) -> tuple[str, ...]:
        """The fields that the row gives and that stay as they are."""
        if self.choice is None or self.choice.taken != KEEP:
            return ()
        return ("email", "name") if self.choice.matter is REUSED else ("email",)


def find_person(
    everybody: Everybody, *, name: str | None, email: str | None, external_id: str | None, ask: Ask
) -> Found:
    """Who this is. Raises UnclearError where nothing tells."""
    sharing = everybody.with_email(email) if email else []
    by_id = everybody.with_id(external_id) if external_id else None
    if by_id is not None and name and email and by_id.id and by_id not in sharing and _is_other(by_id, name):
        told = f"{external_id} is the ID of {by_id.now('name')}, {by_id.now('email')}."
        return Found(by_id, ask(REUSED, told))
    if by_id is not None:
        others = [] if by_id in sharing else sharing
        return Found(by_id, ask(TAKEN, f"{email} is the e-mail of {_names(others)}.") if others else None)
    fitting = [one for one in sharing if not (external_id and one.now("external_id"))]
    if name is None:
        return Found(_only(fitting, email))
    same_name = [one for one in fitting if loose_name(one.now("name")) == loose_name(name)]
    if same_name:
        return Found(next((one for one in same_name if one.now("name") == name), same_name[0]))
    if sharing:
        return _sharing(sharing, fitting, name, str(email), ask)
    return _namesake(everybody, name, external_id, ask)


def _is_other(someone: Someone, name: str) -> bool:
    """Whether somebody with another address by now goes by another name, too."""
    return bool(someone.now("email")) and not _alike(someone.now("name"), name)


def _sharing(sharing: list[Someone], fitting: list[Someone], name: str, email: str, ask: Ask) -> Found:
    """An address that is known under other names. Of several that are nearly this one, the first: so that a file comes
    to the same end the second time."""
    if len(sharing) >= MOST_SHARING:
        raise InvalidError(
            f"{email} is the e-mail of {len(sharing)} people already, so it is nobody's own. Write another, or an ID."
        )
    nearly = next((one for one in fitting[:LOOKED_AT] if _alike(one.now("name"), name)), None)
    stored = [one for one in sharing if not fitting and one.id and one.row is None]
    same = [one for one in stored if loose_name(one.now("name")) == loose_name(name)]
    if same:
        choice = ask(OTHER_ID, f"{same[0].now('name')}, {email}, is there under the ID {same[0].now('external_id')}.")
        return Found(same[0] if choice.taken == SAME else None, choice)
    known = sharing[0].now("external_id") if not fitting else None
    ids = f", under the ID {known}" if known else ""
    choice = ask(NEARLY if nearly else SHARED, f"{email} is the e-mail of {_names(sharing)}{ids}.")
    return Found((nearly or (fitting or sharing)[0]) if choice.taken == SAME else None, choice)


def _namesake(everybody: Everybody, name: str, external_id: str | None, ask: Ask) -> Found:
    """A name that is known under other addresses; two IDs are two people."""
    known = [one for one in everybody.with_name(name, LOOKED_AT) if not (external_id and one.now("external_id"))]
    if not known:
        return Found(None)
    places = _some([one.now("email") or f"the ID {one.now('external_id')}" for one in known[: NAMED + 1]], len(known))
    choice = ask(NAMESAKE, f"{known[0].now('name')} is there already, under {places}.")
    return Found(known[0] if choice.taken == SAME else None, choice)


def _only(sharing: list[Someone], email: str | None) -> Someone | None:
    if len(sharing) > 1:
        raise UnclearError(f"{_names(sharing)} share {email}. Write the name, so that it is clear who this is.")
    return sharing[0] if sharing else None


def _names(people: list[Someone]) -> str:
    return _some([one.now("name") for one in people[: NAMED + 1]], len(people))


def _some(first: list[str], count: int) -> str:
    """The first few of so many, and how many more there are."""
    return both(first if count <= len(first) else [*first[:NAMED], f"{count - NAMED:,} more"])


def _alike(one: str, other: str) -> bool:
    """Whether one name is the other with a part more or a letter changed."""
    return fuzz.token_set_ratio(loose_name(one), loose_name(other)) >= ALIKE
