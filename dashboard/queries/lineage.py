"""Who mentored whom, and who came before and after them: the lineage of a person across cohorts."""

from typing import Any

import pandas as pd
from sqlalchemy import Row, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from dashboard.queries.frames import framed
from dashboard.queries.rows import Columns
from models import Cohort, Pairing, PairingStatus, Participant, Person

LINEAGE = {
    "generation": "int64",
    "person_id": "int64",
    "name": "object",
    "via_id": "int64",
    "via": "object",
    "cohort": "object",
}
GENERATIONS = (-2, -1, 1, 2)


def lineage(session: Session, *, person_id: int, generations: int = 2) -> pd.DataFrame:
    """Mentors above and mentees below a person: ``LINEAGE``, one row a link, each link once.

    ``generation`` is -1 for their mentors, -2 for the mentors of those, 1 and 2 for mentees likewise. ``via`` is who
    stands between: for generation 1 the person. Nobody comes back as their own ancestor.
    """
    name = session.get_one(Person, person_id).name
    rows = []
    for direction in (-1, 1):
        here, seen = {person_id: name}, {person_id}
        for generation in range(1, generations + 1):
            links = [link for link in _links(session, list(here), up=direction < 0) if link.person_id not in seen]
            rows += [
                {**link._mapping, "generation": direction * generation, "via": here[link.via_id]} for link in links
            ]
            here = {link.person_id: link.name for link in links}
            seen |= here.keys()
    return framed(sorted(rows, key=lambda row: row["generation"]), LINEAGE)


def _links(session: Session, person_ids: list[int], *, up: bool) -> list[Row[Any]]:
    """Each mentor (``up``) or mentee of these people once, with the first cohort in which they were paired."""
    near, far = aliased(Participant), aliased(Participant)
    near_id, far_id = (Pairing.mentee_id, Pairing.mentor_id) if up else (Pairing.mentor_id, Pairing.mentee_id)
    links: Columns = (
        select(
            col(Person.id).label("person_id"),
            col(Person.name),
            col(near.person_id).label("via_id"),
            col(Cohort.name).label("cohort"),
        )
        .select_from(near)
        .join(Pairing, col(near_id) == col(near.id))
        .join(far, col(far.id) == col(far_id))
        .join(Person, col(Person.id) == col(far.person_id))
        .join(Cohort, col(Cohort.id) == col(Pairing.cohort_id))
        .where(col(near.person_id).in_(person_ids), col(Pairing.status) != PairingStatus.DRAFT)
        .order_by(col(Person.name_key), col(Person.id), col(Pairing.started_on), col(Pairing.id))
    )
    first: dict[tuple[int, int], Row[Any]] = {}
    for link in session.connection().execute(links):
        first.setdefault((link.person_id, link.via_id), link)
    return list(first.values())
