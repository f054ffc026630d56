"""How the text of a cell becomes a value; what can't is said in a sentence. Cleaning itself belongs to the services."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dashboard.errors import InvalidError
from dashboard.services.person_fields import CLEANERS
from dashboard.services.texts import paragraphs, skill_list

YES = {"yes", "y", "true", "1", "x", "si", "sí", "oui", "ja", "sim", "是", "はい", "да", "✓", "✔"}
NO = {"no", "n", "false", "0", "non", "nein", "nej", "não", "nao", "否", "いいえ", "нет", "-"}
CONTACT = re.compile(r"\A\s*\"?([^<(\"@]*?)\"?\s*[<(]\s*([^<>()\s]+@[^<>()\s]+)\s*[>)]\s*\Z")
NUMBER = re.compile(r"\d+(?:\.0+)?")
WORD = re.compile(r"[^\W\d_]+")
NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate(
        (
            "one einen ein eine eins uno una un une um uma één",
            "two zwei dos deux due dois duas twee",
            "three drei tres trois tre três drie",
            "four vier cuatro quatre quattro quatro",
            "five fünf cinco cinq cinque vijf",
            "six sechs seis sei zes",
            "seven sieben siete sept sette sete zeven",
            "eight acht ocho huit otto oito",
            "nine neun nueve neuf nove negen",
            "ten zehn diez dix dieci dez tien",
        ),
        start=1,
    )
    for word in words.split()
}
ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first primero primera premier première erste erster primo prima",
            "second segundo segunda deuxième zweite zweiter secondo",
            "third tercero tercera troisième dritte dritter terzo",
            "fourth cuarto quatrième vierte",
            "fifth quinto cinquième fünfte",
        ),
        start=1,
    )
    for word in words.split()
}
LONGEST_RANK = 6
MOST_MENTEES = 100


class Contact(NamedTuple):
    """What ``Name <address>`` says; the name may be missing."""

    name: str | None
    email: str | None


def read_contact(cell: str) -> Contact | None:
    """``Ana Ruiz <ana@example.org>``, or an address alone; nothing when all of it is invisible."""
    parts = CONTACT.match(" ".join(cell.split()))
    if not parts:
        email = CLEANERS["email"](cell)
        return Contact(None, email) if email else None
    name = parts.group(1).strip()
    return Contact(CLEANERS["name"](name) if name else None, CLEANERS["email"](parts.group(2)))


def read_manager(cell: str) -> str | None:
    """The address under which a manager is known, with or without their name."""
    contact = read_contact(cell)
    return contact.email.casefold() if contact and contact.email else None


def read_yes(cell: str) -> bool:
    word = cell.casefold().strip()
    if word in YES:
        return True
    if word in NO:
        return False
    raise InvalidError(f'"{cell.strip()}" is neither yes nor no. Write one of them.')


def read_capacity(cell: str) -> int:
    """A whole number of mentees; words around it do no harm, a range does."""
    words = WORD.findall(cell.casefold())
    numbers = NUMBER.findall(cell) or [NUMBER_WORDS[word] for word in words if word in NUMBER_WORDS]
    if len(numbers) != 1 or re.search(r"-\s*\d|\d[.,][1-9]", cell):
        raise InvalidError(f'"{cell.strip()}" is not a number of mentees. Write one whole number, such as 2.')
    number = float(numbers[0])
    if not 1 <= number <= MOST_MENTEES:
        said = f"{number:.0f}" if number < 1e9 else "a number this large"
        raise InvalidError(f"A mentor takes 1 to {MOST_MENTEES} mentees, not {said}. Correct it or leave it empty.")
    return int(number)


def read_rank(cell: str) -> int:
    """The number in "2", "1st choice" or "#3"; the less it is, the more it matters."""
    words = WORD.findall(cell.casefold())
    numbers = NUMBER.findall(cell) or [str(ORDINALS[word]) for word in words if word in ORDINALS]
    if len(numbers) != 1 or len(numbers[0]) > LONGEST_RANK or "-" in cell:
        raise InvalidError(f'"{cell.strip()}" is not a rank. Write a whole number; 1 matters most.')
    return int(float(numbers[0]))


def read_skills(parts: Sequence[str]) -> list[str]:
    return skill_list(list(parts))


def read_hopes(cell: str) -> str | None:
    return paragraphs(cell, label="What they hope for")
