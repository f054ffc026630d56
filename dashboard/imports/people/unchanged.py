"""Rows that stand alone and say what is known already: somebody in the program with the very same name and address, of
whom no other row has anything.

Most of a file that comes again is like that. Such rows change nothing, whatever is in the others, and are seen so
column by column; what they come to is the same as if they were gone through one by one.
"""

from collections.abc import Container, Iterator

import numpy as np
from numpy.typing import NDArray

from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.facts import Reader
from dashboard.queries.imports import PERSON_FIELDS
from models import ParticipantStatus

OF_A_PART = ("capacity", "hopes", "status", "joined_on")


def unchanged(
    reader: Reader, everybody: Everybody, in_trouble: Container[int], once: NDArray[np.bool_]
) -> Iterator[tuple[int, int]]:
    """The positions of these rows, each with the place of its person; ``once`` are the rows whose ID, address and name
    no other row has."""
    if reader.says_more_than_cells or not len(everybody.names):
        return
    ids, keys, names = reader.own("external_id"), reader.keys, reader.names
    own = [(everybody.stored(key), reader.own(key)) for key in PERSON_FIELDS if key not in ("external_id", "email")]
    here = set(ids)
    for row in np.flatnonzero(once).tolist():
        place = everybody.known(ids[row], keys[row], names[row])
        if place is None or row in in_trouble or (not ids[row] and everybody.ids[place] in here - {None}):
            continue
        same = all(values[row] is None or values[row] == stored[place] for stored, values in own)
        if same and _says_the_same_of_its_roles(row, place, reader, everybody):
            yield row, place


def _says_the_same_of_its_roles(row: int, place: int, reader: Reader, everybody: Everybody) -> bool:
    parts = everybody.parts(place)
    roles = reader.roles(row, parts)
    for role in roles:
        part = parts.get(role)
        if part is None or part["status"] != ParticipantStatus.ACTIVE:
            return False
        if any(part[key] != value for key, value in reader.participation(row, role).items()):
            return False
        names = [name.casefold() for _, name in reader.skills(row, role)]
        if names and list(dict.fromkeys(names)) != [name.casefold() for name in everybody.skills(part["id"])]:
            return False
    return bool(roles)
