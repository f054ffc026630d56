"""Whom a file of records says nothing about: open pairings, never the many records of old that no file repeats."""

from collections import defaultdict
from collections.abc import Iterable, Set
from datetime import date

from dashboard.imports.pairs.roll import Human, Member
from dashboard.queries.program_pairs import Paired
from dashboard.words import both
from models import OPEN


def open_on(pairings: Iterable[Paired], today: date) -> list[Paired]:
    """Those that have begun and not ended."""
    return [one for one in pairings if one.status in OPEN and one.started_on is not None and one.started_on <= today]


def without_a_row(
    pairings: Iterable[Paired], mentioned: Set[int], members: dict[int, Member], *, today: date
) -> list[str]:
    """The open pairings that are not among the ``mentioned`` ids: mentee with mentor."""
    left = [one for one in open_on(pairings, today) if one.id not in mentioned]
    return sorted(f"{members[one.mentee_id].name} with {members[one.mentor_id].name}" for one in left)


def without_an_answer(
    pairings: Iterable[Paired], answered: Set[tuple[int, int]], members: dict[int, Member], *, today: date
) -> list[str]:
    """Who is in an open pairing and not among those who ``answered`` (pairing, participant), and about whom.

    A form that no mentor filled in was for mentees alone, so mentors are not listed, and the other way round.
    """
    asked = {members[participant_id].role for _, participant_id in answered}
    left: dict[Human, list[str]] = defaultdict(list)
    for pairing in open_on(pairings, today):
        for one, other in ((pairing.mentee_id, pairing.mentor_id), (pairing.mentor_id, pairing.mentee_id)):
            if members[one].role in asked and (pairing.id, one) not in answered:
                left[members[one].human].append(members[other].name)
    return sorted(f"{human.name} (about {both(sorted(others))})" for human, others in left.items())
