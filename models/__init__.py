"""What we know: tables, enums, constraints. Import from here, so that every table is known before any is used."""

from models.base import Base
from models.check_in import CheckIn, Fit
from models.cohort import CheckInSchedule, Cohort, Wave, Wish
from models.history import HISTORY, Action, ActionKind, Change, Import, Revision
from models.meeting import Meeting, MeetingFormat, MeetingSkill
from models.pairing import ENDED, OPEN, EndReason, Pairing, PairingStatus
from models.participant import Participant, ParticipantSkill, ParticipantStatus, Role, Skill, SkillKind
from models.person import Person, Separation, name_key
from models.plan import Plan

__all__ = [
    "ENDED",
    "HISTORY",
    "OPEN",
    "Action",
    "ActionKind",
    "Base",
    "Change",
    "CheckIn",
    "CheckInSchedule",
    "Cohort",
    "EndReason",
    "Fit",
    "Import",
    "Meeting",
    "MeetingFormat",
    "MeetingSkill",
    "Pairing",
    "PairingStatus",
    "Participant",
    "ParticipantSkill",
    "ParticipantStatus",
    "Person",
    "Plan",
    "Revision",
    "Role",
    "Separation",
    "Skill",
    "SkillKind",
    "Wave",
    "Wish",
    "name_key",
]
