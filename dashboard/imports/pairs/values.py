"""How a pairing stands and why it ended, as files say it."""

import re
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
        "accepted | approved | established | yes | y | true | sí | si | oui | ja | sim | "
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
        "ended | closed | inactive | over | past | former | expired | no longer active | not active | no | n | false | "
        "terminado | terminada | finalizado | finalizada | concluida | "
        "inactivo | inactiva | cerrado | cerrada | fermé | "
        "fini | finie | inactif | beendet | geschlossen | inaktiv | nein | non | chiuso | terminato | encerrado | "
        "encerrada | beëindigd | nee | zakończone | 已结束 | 終了 | 종료 | закрыта"
    ),
    DRAFTED: "draft | drafted | proposed | planned | suggested | pending | borrador | brouillon | entwurf | bozza",
}
WORDS = {words(word): state for state, line in STATES.items() for word in line.split(" | ")}
SPOKEN = {
    EndReason.COMPLETED_PLAN: (
        "completed | program completed | programme completed | finished | plan finished | end of program | "
        "program ended | cohort ended | fin del programa | fin du programme | programmende | plan abgeschlossen"
    ),
    EndReason.GOAL_MET: (
        "goal met | goals met | goal achieved | goals achieved | goal reached | goals reached | achieved goals | "
        "reached goals | objetivo cumplido | objetivos cumplidos | "
        "objectif atteint | objectifs atteints | ziel erreicht | "
        "ziele erreicht"
    ),
    EndReason.NO_REPLY: (
        "no response | not responding | unresponsive | no contact | lost contact | ghosted | sin respuesta | "
        "sans réponse | pas de réponse | keine antwort | keine rückmeldung"
    ),
    EndReason.NO_TIME: (
        "lack of time | too busy | time | time constraints | "
        "not enough time | workload | falta de tiempo | sin tiempo | "
        "manque de temps | pas le temps | keine zeit | zeitmangel | mancanza di tempo | falta de tempo | tijdgebrek"
    ),
    EndReason.DATES: (
        "scheduling | scheduling conflict | scheduling conflicts | scheduling issues | schedule | "
        "conflicto de horarios | terminprobleme"
    ),
    EndReason.OTHER_SKILLS: "different skills needed | skills mismatch | skill mismatch | needs other skills",
    EndReason.NOT_A_FIT: (
        "poor fit | bad fit | no fit | not a fit | poor match | bad match | mismatch | not a match | no chemistry | "
        "incompatible | personality | passt nicht | incompatibilidad"
    ),
    EndReason.LEFT_PROGRAM: "left | left program | withdrew | withdrew from the program | dropped out | quit program",
    EndReason.CHANGED_JOB: (
        "new job | job change | changed jobs | changed role | new role | left the company | left company | "
        "left the organization | left the organisation | resigned | cambio de trabajo | stellenwechsel | jobwechsel"
    ),
    EndReason.TECHNICAL: "technical issues | technical problems | technical difficulties",
    EndReason.LANGUAGE: "language barrier | languages",
    EndReason.MOVED: "moved | relocated | relocation | moving | se mudó | mudanza | déménagement | umzug | umgezogen",
}
REASONS = {
    **{words(said): reason for reason, line in SPOKEN.items() for said in line.split(" | ")},
    **{words(reason.value): reason for reason in EndReason},
    **{words(told): reason for reason, told in END_REASONS.items()},
}
WHOSE = re.compile(r"\A(the )?(mentor|mentee|student|both|they)s? (is |are |was |were |has |have |had )?")
"""Who it was that had a reason: of no matter for which it was."""


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
    said = words(cell)
    key = REASONS.get(said) or REASONS.get(WHOSE.sub("", said))
    return Reason(key) if key else Reason(EndReason.OTHER, paragraphs(cell, label="The reason"))


def read_note(cell: str) -> str | None:
    return paragraphs(cell, label="The note")


def read_rationale(cell: str) -> str | None:
    return paragraphs(cell, label="The rationale")
