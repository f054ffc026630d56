"""How a pairing stands and why it ended, as files say it."""

from typing import NamedTuple

from dashboard.endings import END_REASONS
from dashboard.errors import InvalidError
from dashboard.imports.likeness import words
from dashboard.services.texts import paragraphs
from models import EndReason, PairingStatus

ENDED = "ended"
"""Over, without a word on whether it ran its course: whether there is a reason tells."""
DRAFTED = "draft"
STATES = {
    PairingStatus.ACTIVE: (
        "active | open | current | ongoing | in progress | matched | paired | started | running | live | confirmed | "
        "activo | activa | en curso | actif | active | laufend | aktiv | attivo | attiva | ativo | ativa | actief | "
        "aktywny | 进行中 | 進行中 | 진행 중 | активна | активен"
    ),
    PairingStatus.PAUSED: (
        "paused | on hold | pause | suspended | en pausa | en pause | pausiert | in pausa | pausado | gepauzeerd | "
        "wstrzymana | 暂停 | 休止中 | приостановлена"
    ),
    PairingStatus.COMPLETED: (
        "completed | complete | done | finished | graduated | "
        "successful | completado | completada | terminé | achevé | "
        "abgeschlossen | completato | concluído | afgerond | zakończona | 已完成 | 完了 | 완료 | завершена"
    ),
    PairingStatus.ENDED_EARLY: (
        "ended early | terminated | cancelled | canceled | withdrawn | dissolved | broken off | dropped | abandoned | "
        "unmatched | cancelado | cancelada | abgebrochen | annulé | interrotto | interrompido | "
        "afgebroken | 中止 | 取消 | прервана"
    ),
    ENDED: (
        "ended | closed | inactive | over | past | former | cerrado | cerrada | fermé | beendet | chiuso | encerrado"
    ),
    DRAFTED: "draft | drafted | proposed | planned | suggested | pending | borrador | brouillon | entwurf | bozza",
}
WORDS = {words(word): state for state, line in STATES.items() for word in line.split(" | ")}
REASONS = {
    **{words(reason.value): reason for reason in EndReason},
    **{words(told): reason for reason, told in END_REASONS.items()},
    "completed": EndReason.COMPLETED_PLAN,
    "program completed": EndReason.COMPLETED_PLAN,
    "finished": EndReason.COMPLETED_PLAN,
    "no response": EndReason.NO_REPLY,
    "unresponsive": EndReason.NO_REPLY,
    "lack of time": EndReason.NO_TIME,
    "too busy": EndReason.NO_TIME,
    "scheduling": EndReason.DATES,
    "poor fit": EndReason.NOT_A_FIT,
    "bad fit": EndReason.NOT_A_FIT,
    "left": EndReason.LEFT_PROGRAM,
    "new job": EndReason.CHANGED_JOB,
    "goals met": EndReason.GOAL_MET,
    "goal achieved": EndReason.GOAL_MET,
}


class Reason(NamedTuple):
    """Why a pairing ended; what no reason of ours says is told in the note."""

    key: str
    note: str | None = None


def read_status(cell: str) -> str:
    """A ``PairingStatus``, or ENDED."""
    state = WORDS.get(words(cell))
    if state is None:
        raise InvalidError(
            f'"{cell.strip()}" is no state of a pairing. Write active, paused, completed or ended early.'
        )
    if state == DRAFTED:
        raise InvalidError("A draft is no pairing yet. Write active when the two are paired, or leave the row out.")
    return str(state)


def read_reason(cell: str) -> Reason:
    key = REASONS.get(words(cell))
    return Reason(key) if key else Reason(EndReason.OTHER, paragraphs(cell, label="The reason"))


def read_note(cell: str) -> str | None:
    return paragraphs(cell, label="The note")


def read_rationale(cell: str) -> str | None:
    return paragraphs(cell, label="The rationale")
