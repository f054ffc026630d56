"""How somebody stands in a cohort, as files say it."""

from dashboard.errors import InvalidError
from dashboard.imports.likeness import words
from models import ParticipantStatus

STANDINGS = {
    ParticipantStatus.ACTIVE: (
        "active | enrolled | accepted | approved | admitted | confirmed | registered | participating | taking part | "
        "current | activo | activa | inscrito | inscrita | aceptado | aceptada | participa | actif | inscrit | "
        "inscrite | accepté | acceptée | aktiv | angemeldet | zugesagt | nimmt teil | attivo | attiva | iscritto | "
        "iscritta | ativo | ativa | actief | ingeschreven | aktywny | aktywna | 参加中 | 已加入 | 활동 중 | 참여 중 | "
        "активен | активна | участвует"
    ),
    ParticipantStatus.WAITLISTED: (
        "waitlisted | waitlist | on waitlist | on the waitlist | waiting list | on the waiting list | waiting | "
        "wait listed | pending | on hold | on leave | leave of absence | standby | reserve | deferred | applied | "
        "applicant | en espera | lista de espera | pendiente | de permiso | en attente | liste d'attente | "
        "sur liste d'attente | en congé | warteliste | auf der warteliste | auf warteliste | wartend | ausstehend | "
        "beurlaubt | in attesa | lista d'attesa | em espera | pendente | wachtlijst | op de wachtlijst | "
        "lista rezerwowa | oczekujący | oczekująca | väntelista | 候补 | 候補 | 待機中 | 대기 | 대기 중 | "
        "в ожидании | лист ожидания"
    ),
    ParticipantStatus.WITHDRAWN: (
        "withdrawn | withdrew | withdraw | left | left program | left the program | left the programme | "
        "left company | left the company | dropped out | dropped | drop out | dropout | quit | resigned | departed | "
        "no longer participating | opted out | unenrolled | "
        "retirado | retirada | se retiró | baja | de baja | dado de baja | dada de baja | abandonó | abandono | "
        "retiré | retirée | parti | partie | désisté | désistée | désistement | abandon | "
        "abandonné | zurückgezogen | ausgeschieden | ausgetreten | abgemeldet | abgebrochen | "
        "ausgestiegen | ritirato | ritirata | desistiu | desistente | "
        "teruggetrokken | gestopt | wycofany | wycofana | "
        "avhoppad | 已退出 | 辞退 | 탈퇴 | выбыл | выбыла"
    ),
}
WORDS = {words(word): standing.value for standing, line in STANDINGS.items() for word in line.split(" | ")}


def read_standing(cell: str) -> str:
    """A ``ParticipantStatus``. What nobody here means by it is asked back, never guessed: nor is what personnel systems
    say of a job, such as inactive or terminated, since to withdraw somebody ends their pairings."""
    standing = WORDS.get(words(cell)) if "?" not in cell else None
    if standing is None:
        raise InvalidError(
            f'"{cell.strip()}" does not say how somebody stands in the cohort. Write active, waitlisted or withdrawn.'
        )
    return standing


class Standing:
    """Whether a cell is one of these words: a column of a personnel system's own codes is another thing."""

    def search(self, cell: str, /) -> bool:
        return words(cell) in WORDS


STANDING = Standing()
