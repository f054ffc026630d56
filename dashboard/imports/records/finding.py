"""People in forms sign as they like: what an address or the other one of a pairing makes clear, no spelling undoes."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from dashboard.errors import InvalidError
from dashboard.imports.pairs.identity import find
from dashboard.imports.pairs.roll import Human, Member, Roll, Who
from dashboard.imports.people.everybody import loose_name
from dashboard.imports.people.identity import ALIKE


def found_by_address(roll: Roll, who: Who, role: str) -> Human | None:
    """Whom the row means. A name that shares a word with that of the address, such as a nickname, is theirs."""
    try:
        return find(roll, who, role)
    except InvalidError:
        without_name = replace(who, name=None)
        known = find(roll, without_name, role) if who.name and str(without_name) else None
        if known is None or not set(loose_name(known.name).split()) & set(loose_name(who.name or "").split()):
            raise
        return known


def only_like(who: Who, members: Sequence[Member]) -> Member | None:
    """The only one of these whose name is like the one that the row has, where it has nothing better."""
    if who.email or who.external_id or not who.name:
        return None
    name = loose_name(who.name)
    found = [one for one in members if fuzz.token_set_ratio(loose_name(one.name), name) >= ALIKE]
    return found[0] if len(found) == 1 else None
