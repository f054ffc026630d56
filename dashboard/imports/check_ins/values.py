"""Who answered when, as forms say it; and answers that none of our scales can hold."""

from dashboard.errors import InvalidError
from dashboard.imports.likeness import words
from dashboard.imports.scales import Value, read_answer
from dashboard.questions import WAVES, Scale
from dashboard.services.texts import paragraphs
from models import Wave

WAVE_WORDS = {
    Wave.BASELINE: "baseline pre start initial intake entry kickoff before onboarding inicial initiale anfang",
    Wave.FIRST_MEETING: "first 1st primera premiere erstes erstgesprach prima",
    Wave.MIDPOINT: "midpoint mid middle halfway midterm midway interim half mitte medio milieu meta",
    Wave.FINAL: "final end closing exit post last completion wrap ende abschluss fin finale finales offboarding",
    Wave.PULSE: "pulse monthly regular quick weekly quarterly puls pulso mensual",
}


class Kept(str):
    """An answer that our scale can't hold, such as "Maybe" to a yes or no: kept in its own words."""

    __slots__ = ()


def wave_in(text: str) -> Wave | None:
    """The wave that a text speaks of: "Midpoint survey", "pre-program"; None when it speaks of none."""
    told = words(text).split()
    return next((wave for wave, known in WAVE_WORDS.items() if set(known.split()) & set(told)), None)


def read_wave(cell: str) -> Wave:
    wave = wave_in(cell)
    if wave is None:
        raise InvalidError(f'"{cell.strip()}" is not a wave. Write one of: {", ".join(WAVES.values())}.')
    return wave


def read_yes_or_kept(cell: str, way: str) -> Value | Kept:
    """Yes, no, or the words of an answer that is neither."""
    value = read_answer(cell, way, Scale.YES_NO)
    return Kept(cell.strip()) if value is None else value


def read_comment(cell: str) -> str | None:
    return paragraphs(cell, label="The comment")
