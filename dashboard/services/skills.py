"""Skills: one row a name, however it is spelled in capitals, made the first time somebody needs it."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from dashboard.recording import CHUNK, insert_rows
from dashboard.services.texts import listed
from models import Skill


def skill_ids(session: Session, names: Iterable[str]) -> dict[str, int]:
    """The ids of these skills by casefolded name, in the order given; skills that are new are made."""
    wanted = {name.casefold(): name for name in listed(list(names), label="A skill")}
    known = _known(session, list(wanted))
    missing = [key for key in wanted if key not in known]
    made = insert_rows(session, Skill, [{"name": wanted[key], "name_key": key} for key in missing])
    known |= dict(zip(missing, made, strict=True))
    return {key: known[key] for key in wanted}


def _known(session: Session, keys: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(keys), CHUNK):
        some = col(Skill.name_key).in_(keys[start : start + CHUNK])
        found |= dict(session.exec(select(Skill.name_key, Skill.id).where(some)).all())
    return found
