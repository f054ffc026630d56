"""Rules that no column constraint can say, as triggers: they hold whoever writes, and whatever they forgot to ask.

The services say the same rules in words first; a guard that fires raises ``guard:<name>``, which the door translates.
An undo writes without asking the services, so what binds two tables together has to stand here. That somebody becomes
the manager of their mentee while the two are paired is no business of a guard: an org chart changes when it likes, and
whether to end the pairing is the coordinator's to say. So the rules about two people are asked when a pairing becomes
alive, and not again while it lives.

A draft takes nobody's place, so life goes on without asking it: a mentor may be filled, a capacity lowered, somebody
withdrawn. What has become impossible is told by ``queries.troubles``, and refused when it is published. A guard only
keeps an impossible draft from being made; an undo may bring one back, or its plan could never come back.
"""

from models.base import quoted
from models.pairing import OPEN

IS_OPEN = f"status IN ({quoted(OPEN)})"
IS_DRAFTED = "NEW.status = 'draft' AND NOT (SELECT is_undoing FROM revision)"
IS_ALIVE = f"(NEW.{IS_OPEN} OR ({IS_DRAFTED}))"

PLACES_TAKEN = f"(SELECT count(*) FROM pairing WHERE mentor_id = NEW.mentor_id AND id <> NEW.id AND {IS_OPEN})"
PLACES_DRAFTED = (
    "(SELECT count(*) FROM pairing WHERE mentor_id = NEW.mentor_id AND plan_id = NEW.plan_id AND id <> NEW.id)"
)
PAIRED_NOW = f"EXISTS (SELECT 1 FROM pairing WHERE mentee_id = NEW.mentee_id AND id <> NEW.id AND {IS_OPEN})"
PLACES = "(SELECT capacity FROM participant WHERE id = NEW.mentor_id)"
TWO_PEOPLE = (
    "SELECT 1 FROM participant mentor_p JOIN participant mentee_p ON mentee_p.id = NEW.mentee_id"
    " JOIN person mentor ON mentor.id = mentor_p.person_id JOIN person mentee ON mentee.id = mentee_p.person_id"
    " WHERE mentor_p.id = NEW.mentor_id AND "
)
APART = (
    "EXISTS (SELECT 1 FROM separation"
    " WHERE person_a_id = CASE WHEN mentor.id < mentee.id THEN mentor.id ELSE mentee.id END"
    " AND person_b_id = CASE WHEN mentor.id < mentee.id THEN mentee.id ELSE mentor.id END)"
)
NOT_ACTIVE = "(mentor_p.status <> 'active' OR mentee_p.status <> 'active')"
MANAGES = "(mentee.manager_email = mentor.email_key OR mentor.manager_email = mentee.email_key)"

# What must not be true of a pairing that comes alive. ``NEW`` is the row about to be written.
COMING_ALIVE = {
    "mentor_full": f"NEW.{IS_OPEN} AND {PLACES_TAKEN} >= {PLACES}",
    "wrong_role": f"EXISTS ({TWO_PEOPLE} (mentor_p.role <> 'mentor' OR mentee_p.role <> 'mentee'))",
    "same_person": f"EXISTS ({TWO_PEOPLE} mentor.id = mentee.id)",
    "own_manager": f"{IS_ALIVE} AND EXISTS ({TWO_PEOPLE} {MANAGES})",
    "separated": f"{IS_ALIVE} AND EXISTS ({TWO_PEOPLE} {APART})",
    "not_active": f"{IS_ALIVE} AND EXISTS ({TWO_PEOPLE} {NOT_ACTIVE})",
    "plan_full": f"{IS_DRAFTED} AND {PLACES_TAKEN} + {PLACES_DRAFTED} >= {PLACES}",
    "drafted_while_paired": f"{IS_DRAFTED} AND {PAIRED_NOW}",
}
IS_COMING_ALIVE = f"(OLD.mentor_id <> NEW.mentor_id OR OLD.mentee_id <> NEW.mentee_id OR NOT OLD.{IS_OPEN})"
MEETING_BEYOND = (
    "(SELECT 1 FROM meeting WHERE pairing_id = NEW.id AND (held_on < NEW.started_on OR held_on > NEW.ended_on))"
)
CHECK_IN_BEYOND = (
    "(SELECT 1 FROM check_in WHERE pairing_id = NEW.id"
    " AND (answered_on < NEW.started_on OR (wave <> 'final' AND answered_on > NEW.ended_on)))"
)
PAIRING_MOVED = {
    **{name: f"{IS_COMING_ALIVE} AND {refused}" for name, refused in COMING_ALIVE.items()},
    "record_beyond": f"EXISTS {MEETING_BEYOND} OR EXISTS {CHECK_IN_BEYOND}",
    "record_drafted": "NEW.status = 'draft' AND (EXISTS (SELECT 1 FROM meeting WHERE pairing_id = NEW.id)"
    " OR EXISTS (SELECT 1 FROM check_in WHERE pairing_id = NEW.id))",
}
OPEN_PAIRINGS = f"SELECT 1 FROM pairing WHERE {IS_OPEN} AND "
PARTICIPANT_CHANGED = {
    "capacity_taken": "NEW.capacity IS NOT NULL AND NEW.capacity <"
    f" (SELECT count(*) FROM pairing WHERE mentor_id = NEW.id AND {IS_OPEN})",
    "still_paired": f"NEW.status <> 'active' AND EXISTS ({OPEN_PAIRINGS} NEW.id IN (mentor_id, mentee_id))",
}
SEPARATION_NEW = {
    "paired_now": "EXISTS (SELECT 1 FROM pairing JOIN participant mentor_p ON mentor_p.id = pairing.mentor_id"
    f" JOIN participant mentee_p ON mentee_p.id = pairing.mentee_id WHERE pairing.{IS_OPEN}"
    " AND ((mentor_p.person_id = NEW.person_a_id AND mentee_p.person_id = NEW.person_b_id)"
    " OR (mentor_p.person_id = NEW.person_b_id AND mentee_p.person_id = NEW.person_a_id)))",
}
MEETING = {
    "meeting_beyond": "EXISTS (SELECT 1 FROM pairing WHERE id = NEW.pairing_id"
    " AND (status = 'draft' OR NEW.held_on < started_on OR NEW.held_on > ended_on))",
}
CHECK_IN = {
    "not_in_pairing": "NOT EXISTS (SELECT 1 FROM pairing WHERE id = NEW.pairing_id"
    " AND NEW.participant_id IN (mentor_id, mentee_id))",
    "check_in_beyond": "EXISTS (SELECT 1 FROM pairing WHERE id = NEW.pairing_id AND (status = 'draft'"
    " OR NEW.answered_on < started_on OR (NEW.wave <> 'final' AND NEW.answered_on > ended_on)))",
}

# name of the trigger -> table, the events it stands on, and what it refuses
GUARDS = {
    "pairing_is_new": ("pairing", "INSERT", COMING_ALIVE),
    "pairing_is_changed": (
        "pairing",
        "UPDATE OF mentor_id, mentee_id, plan_id, status, started_on, ended_on",
        PAIRING_MOVED,
    ),
    "participant_is_changed": ("participant", "UPDATE OF capacity, status", PARTICIPANT_CHANGED),
    "separation_is_new": ("separation", "INSERT", SEPARATION_NEW),
    "meeting_is_new": ("meeting", "INSERT", MEETING),
    "meeting_is_changed": ("meeting", "UPDATE OF pairing_id, held_on", MEETING),
    "check_in_is_new": ("check_in", "INSERT", CHECK_IN),
    "check_in_is_changed": ("check_in", "UPDATE OF pairing_id, participant_id, wave, answered_on", CHECK_IN),
}
