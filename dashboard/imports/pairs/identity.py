"""Whom a row of a file of pairs means: by ID, else by e-mail, else by name; and where that may be somebody else."""

from typing import NamedTuple

from rapidfuzz import fuzz

from dashboard.errors import InvalidError
from dashboard.imports.pairs.choices import AT_ODDS, NAMESAKE, SHARED
from dashboard.imports.pairs.roll import Human, Roll, Who
from dashboard.imports.people.everybody import loose_name
from dashboard.imports.people.identity import ALIKE, LOOKED_AT
from dashboard.imports.review import Matter
from dashboard.words import counted, some

A_SLIP = 85
"""How alike (of 100) a name that nobody has must be to one that somebody has before we ask whether it is meant."""
OF_ONE_ALONE = "Write an e-mail address or an ID of one alone."


class Meant(NamedTuple):
    """Whom a row means, None for nobody or for one of several; ``matter`` and ``sentence`` where it may be another."""

    human: Human | None = None
    matter: Matter | None = None
    sentence: str = ""


def find(roll: Roll, who: Who, role: str) -> Human | None:
    """Whom a row means without a word on what is open, or None when nobody is like that; raises InvalidError where it
    would be a guess."""
    found = meant(roll, who, role)
    if found.matter is SHARED:
        raise InvalidError(_not_theirs(str(who.email), roll.with_email(who.email), who))
    return None if found.matter is NAMESAKE else found.human


def meant(roll: Roll, who: Who, role: str) -> Meant:
    """Whom a row means, as far as it tells; raises InvalidError where it contradicts itself, or fits several."""
    sharing, known = roll.with_email(who.email), roll.with_id(who.external_id)
    if known:
        return _by_id(known, who, sharing)
    if sharing:
        return _by_address(roll, who, sharing, role)
    named = roll.with_name(who.name)
    if who.email or who.external_id:
        return _namesake([one for one in named if not one.external_id] if who.external_id else named)
    return Meant(_only(named, role, str(who.name)))


def nearly(roll: Roll, name: str) -> str:
    """The names in the cohort that this one may be a slip or a short form of; nothing when there is none."""
    own = loose_name(name)
    found = {one.name for one in roll.with_word_of(name) if fuzz.token_set_ratio(loose_name(one.name), own) >= A_SLIP}
    return some(sorted(found))


def _by_id(known: Human, who: Who, sharing: list[Human]) -> Meant:
    said = str(who.external_id)
    if who.name and not _alike(known.name, who.name):
        raise InvalidError(_not_theirs(said, [known], who))
    if sharing and known not in sharing:
        raise InvalidError(
            f"{said} belongs to {known.name}, but {who.email} to {_names(sharing)}. Correct one of the two."
        )
    if who.email and known.email and not sharing:
        return Meant(known, AT_ODDS, f"{said} belongs to {known.name}, whose e-mail is {known.email}, not {who.email}.")
    return Meant(known)


def _by_address(roll: Roll, who: Who, sharing: list[Human], role: str) -> Meant:
    fitting = roll.with_both(who.email, who.name) if who.name else sharing
    fitting = fitting or [one for one in sharing[:LOOKED_AT] if _alike(one.name, str(who.name))]
    said = str(who.email)
    if not fitting and roll.with_name(who.name):
        raise InvalidError(_not_theirs(said, sharing, who))
    if not fitting:
        return Meant(sharing[0] if len(sharing) == 1 else None, SHARED, f"{said} belongs to {_names(sharing)}.")
    human = _only(fitting, role, said)
    if human and who.external_id and human.external_id:
        sentence = f"{said} belongs to {human.name}, whose ID is {human.external_id}, not {who.external_id}."
        return Meant(human, AT_ODDS, sentence)
    return Meant(human)


def _namesake(named: list[Human]) -> Meant:
    """Somebody whose address or ID is new, and whose name is not."""
    if not named:
        return Meant()
    keys = some([one.key for one in named[:4]], len(named))
    return Meant(named[0] if len(named) == 1 else None, NAMESAKE, f"{named[0].name} is there already, under {keys}.")


def _only(found: list[Human], role: str, said: str) -> Human | None:
    """The one of them; of several, the one who has the role here. Who is not there nor to come is none of several."""
    if len(found) > 1:
        found = [one for one in found if one.is_known] or found
        found = [one for one in found if role in one.parts and one.parts[role].is_in] or found
    if len(found) > 1:
        people = f"{_names(found)} share" if "@" in said else f"{counted(len(found), 'person', 'people')} are called"
        raise InvalidError(f"{people} {said}, so it is not clear who this is. {OF_ONE_ALONE}")
    return found[0] if found else None


def _not_theirs(said: str, owners: list[Human], who: Who) -> str:
    return f"{said} belongs to {_names(owners)}, not to {who.name}. Correct one of the two."


def _names(people: list[Human]) -> str:
    shown = people[:LOOKED_AT]
    return some(sorted({one.name for one in shown if one.is_known} or {one.name for one in shown}))


def _alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(loose_name(one), loose_name(other)) >= ALIKE
