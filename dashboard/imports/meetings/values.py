"""How long, how and whether two met, as files say it."""

import re
from collections.abc import Sequence
from fractions import Fraction

from dashboard.errors import InvalidError
from dashboard.imports.fields import Span
from dashboard.imports.likeness import words
from dashboard.imports.values import read_yes
from dashboard.imports.ways import Way, Ways
from dashboard.services.texts import listed
from models import MeetingFormat

MINUTES, HOURS = "minutes", "hours"
HOUR = r"(?:h|hr|hrs|hour|hours|std|stunde|stunden|hora|horas|heure|heures|ora|ore|uur|u|час|часа|小时|時間|시간)"
MINUTE = r"(?:m|min|mins|minute|minutes|minuten|minuto|minutos|minuti|мин|минут|分钟|分|분)"
NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?")
SPELLED = re.compile(
    rf"(?:({NUMBER.pattern})\s*{HOUR}\.?)?\s*(?:(?:and|y|et|und|e)\s*)?(?:(\d{{1,6}})\s*(?:{MINUTE}\.?)?)?"
)
CLOCKED = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap])?\.?\s*m?\.?")
SHORT_DAY = 8
"""Plain numbers up to here are hours where one of them is no whole number."""
WAYS = (Way(MINUTES, "Minutes", "45 is 45 minutes"), Way(HOURS, "Hours", "1.5 is 90 minutes"))

FORMATS = {
    MeetingFormat.VIDEO: (
        "video zoom teams meet skype webex online virtual remote videocall videollamada visio visioconference "
        "videokonferenz videochiamata videochamada 视频 ビデオ 화상 видео"
    ),
    MeetingFormat.IN_PERSON: (
        "person face f2f inperson office coffee lunch onsite presencial presence personne personlich presenza "
        "persona persoonlijk campus 面对面 対面 대면 лично"
    ),
    MeetingFormat.PHONE: "phone call telephone telefon telefono telefone telefonisch tel 电话 電話 전화 телефон",
    MeetingFormat.CHAT: "chat message messages email mail slack whatsapp text sms messenger chatten 聊天 チャット чат",
    MeetingFormat.OTHER: "other hybrid event otro otra autre andere sonstiges altro outro anders 其他 その他",
}
HELD_WORDS = frozenset(
    (
        *("held", "completed", "complete", "done", "attended", "happened", "met", "present", "took place"),
        *("realizada", "realizado", "tenue", "tenu", "stattgefunden", "svolto", "gehouden"),
    )
)
MISSED_WORDS = frozenset(
    (
        *("missed", "no show", "noshow", "absent", "cancelled", "canceled", "did not happen", "didn t happen"),
        *("not held", "did not attend", "not attended", "skipped", "no asistio", "cancelada", "cancelado", "annule"),
        *("annulee", "manque", "ausgefallen", "nicht stattgefunden", "abgesagt", "annullato", "afgezegd", "verpasst"),
    )
)


def minutes_ways(name: str, cells: Sequence[str], span: Span | None = None) -> Ways:
    """Whether numbers without a unit are minutes or hours: by the name of the column, else by their size."""
    plain = [Fraction(cell.replace(",", ".")) for cell in cells if NUMBER.fullmatch(cell.strip())]
    if not plain:
        return Ways()
    told = words(name).split()
    if any(re.fullmatch(HOUR, word) for word in told):
        return Ways(WAYS, HOURS)
    if any(re.fullmatch(MINUTE, word) for word in told):
        return Ways(WAYS, MINUTES)
    if max(plain) > SHORT_DAY:
        return Ways(WAYS, MINUTES)
    has_parts = any(number.denominator > 1 for number in plain)
    return Ways(WAYS, HOURS, is_sure=has_parts)


def read_minutes(cell: str, way: str = MINUTES) -> int:
    """``45``, ``1h 30``, ``1:30``, ``1.5 hours``: whole minutes."""
    text = " ".join(cell.casefold().split())
    if clock := CLOCKED.fullmatch(text):
        if int(clock.group(2)) > 59:
            raise InvalidError(f'"{cell.strip()}" is no length: an hour has 60 minutes. Write the minutes.')
        return _whole(cell, Fraction(int(clock.group(1)) * 60 + int(clock.group(2))))
    if NUMBER.fullmatch(text):
        return _whole(cell, Fraction(text.replace(",", ".")) * (60 if way == HOURS else 1))
    found = SPELLED.fullmatch(text)
    if not found or not any(found.groups()):
        raise InvalidError(f'"{cell.strip()}" is not a length. Write the minutes, such as 45.')
    hours, minutes = found.groups()
    return _whole(cell, Fraction((hours or "0").replace(",", ".")) * 60 + int(minutes or 0))


def read_time(cell: str) -> int:
    """A time of day as minutes since midnight; a date before it does no harm."""
    found = TIME.search(cell.casefold())
    if not found:
        raise InvalidError(f'"{cell.strip()}" is not a time. Write it like 14:30.')
    hour, minute, half = int(found.group(1)), int(found.group(2)), found.group(3)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise InvalidError(f'"{cell.strip()}" is not a time. Write it like 14:30.')
    return hour * 60 + minute


def read_format(cell: str) -> str:
    told = set(words(cell).split())
    for kind, known in FORMATS.items():
        if told & set(known.split()) or words(cell) == words(kind.value):
            return str(kind)
    listed_formats = ", ".join(word.replace("_", " ") for word in MeetingFormat)
    raise InvalidError(f'"{cell.strip()}" is not a format of a meeting. Choose one of: {listed_formats}.')


def read_missed(cell: str) -> bool:
    """Whether they missed each other: yes, or a word such as no-show."""
    told = _state(cell)
    return read_yes(cell) if told is None else not told


def read_held(cell: str) -> bool:
    """Whether they met: yes, or a word such as attended."""
    told = _state(cell)
    return read_yes(cell) if told is None else told


def read_count(cell: str) -> int:
    """How many meetings."""
    numbers = NUMBER.findall(cell)
    if len(numbers) != 1 or Fraction(numbers[0].replace(",", ".")).denominator != 1 or "-" in cell:
        raise InvalidError(f'"{cell.strip()}" is not a number of meetings. Write one whole number, such as 2.')
    return int(Fraction(numbers[0].replace(",", ".")))


def read_practised(parts: Sequence[str]) -> list[str]:
    return listed(list(parts), label="A skill")


def _state(cell: str) -> bool | None:
    """True for held, False for missed, None for other words."""
    told = words(cell)
    return True if told in HELD_WORDS else False if told in MISSED_WORDS else None


def _whole(cell: str, minutes: Fraction) -> int:
    if minutes.denominator != 1:
        raise InvalidError(f'"{cell.strip()}" is not a whole number of minutes. Write the minutes, such as 45.')
    return int(minutes)
