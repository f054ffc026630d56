"""Who a row is about: by ID, else by e-mail, and by name where an e-mail is shared or new."""

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from dashboard.imports.cells import Trouble
from dashboard.imports.people.choices import KEEP, NAMESAKE, NEARLY, SAME, SHARED, TAKEN
from dashboard.imports.people.everybody import Everybody, Someone, loose_name
from dashboard.imports.review import Choice, Matter
from dashboard.words import both

ALIKE = 88
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
    def keeps_address(self) -> bool:
        return self.choice is not None and self.choice.taken == KEEP


def find_person(
    everybody: Everybody, *, name: str | None, email: str | None, external_id: str | None, ask: Ask
) -> Found:
    """Who this is. Raises UnclearError where nothing tells."""
    sharing = everybody.with_email(email) if email else []
    by_id = everybody.with_id(external_id) if external_id else None
    if by_id is not None:
        others = [] if by_id in sharing else sharing
        return Found(by_id, ask(TAKEN, f"{email} is the e-mail of {_names(others)}.") if others else None)
    fitting = [one for one in sharing if not (external_id and one.now("external_id"))]
    if name is None:
        return Found(_only(fitting, email))
    same_name = [one for one in fitting if loose_name(one.now("name")) == loose_name(name)]
    if same_name:
        return Found(same_name[0])
    if sharing:
        return _sharing(sharing, fitting, name, str(email), ask)
    return _namesake(everybody, name, external_id, ask)


def _sharing(sharing: list[Someone], fitting: list[Someone], name: str, email: str, ask: Ask) -> Found:
    """An address that is known under other names. Of several that are nearly this one, the first: so that a file comes
    to the same end the second time."""
    nearly = next((one for one in fitting if _alike(one.now("name"), name)), None)
    known = sharing[0].now("external_id") if not fitting else None
    ids = f", under the ID {known}" if known else ""
    choice = ask(NEARLY if nearly else SHARED, f"{email} is the e-mail of {_names(sharing)}{ids}.")
    return Found((nearly or (fitting or sharing)[0]) if choice.taken == SAME else None, choice)


def _namesake(everybody: Everybody, name: str, external_id: str | None, ask: Ask) -> Found:
    """A name that is known under other addresses; two IDs are two people."""
    known = [one for one in everybody.with_name(name) if not (external_id and one.now("external_id"))]
    if not known:
        return Found(None)
    places = both([one.now("email") or f"the ID {one.now('external_id')}" for one in known])
    choice = ask(NAMESAKE, f"{known[0].now('name')} is there already, under {places}.")
    return Found(known[0] if choice.taken == SAME else None, choice)


def _only(sharing: list[Someone], email: str | None) -> Someone | None:
    if len(sharing) > 1:
        raise UnclearError(f"{_names(sharing)} share {email}. Write the name, so that it is clear who this is.")
    return sharing[0] if sharing else None


def _names(people: list[Someone]) -> str:
    return both([one.now("name") for one in people])


def _alike(one: str, other: str) -> bool:
    """Whether one name is the other with a part more or a letter changed."""
    return fuzz.token_set_ratio(loose_name(one), loose_name(other)) >= ALIKE
