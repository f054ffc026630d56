"""Skills: one row a name, however it is spelled in capitals, made the first time somebody needs it."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from dashboard.recording import CHUNK, delete_rows, insert_rows
from dashboard.services.texts import listed, skill_list
from models import ParticipantSkill, Skill


def skill_ids(session: Session, names: Iterable[str]) -> dict[str, int]:
    """The ids of these skills by casefolded name, in the order given; skills that are new are made."""
    wanted = {name.casefold(): name for name in listed(list(names), label="A skill")}
    known = _known(session, list(wanted))
    missing = [key for key in wanted if key not in known]
    made = insert_rows(session, Skill, [{"name": wanted[key], "name_key": key} for key in missing])
    known |= dict(zip(missing, made, strict=True))
    return {key: known[key] for key in wanted}


def set_skills(session: Session, *, participant_id: int, skills: Iterable[str]) -> None:
    """Make these the skills that the participant offers or seeks, the first one with priority 1."""
    stored = select(ParticipantSkill).where(col(ParticipantSkill.participant_id) == participant_id)
    held = {row.skill_id: row for row in session.exec(stored)}
    wanted = list(skill_ids(session, skill_list(list(skills))).values())
    gone = [row.id for skill_id, row in held.items() if skill_id not in wanted]
    new = []
    for priority, skill_id in enumerate(wanted, start=1):
        if skill_id in held:
            held[skill_id].priority = priority
        else:
            new.append({"participant_id": participant_id, "skill_id": skill_id, "priority": priority})
    session.flush()
    insert_rows(session, ParticipantSkill, new)
    delete_rows(session, ParticipantSkill, gone)


def _known(session: Session, keys: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(keys), CHUNK):
        some = col(Skill.name_key).in_(keys[start : start + CHUNK])
        found |= dict(session.exec(select(Skill.name_key, Skill.id).where(some)).all())
    return found
