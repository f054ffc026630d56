"""Bytes to text: strictly, by the mark, as UTF-8, or in the legacy encoding that the words speak for; changeable."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.errors import InvalidError
from dashboard.imports.encodings import ENCODINGS
from dashboard.imports.guessing import Guess, guesses

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ISO_2022_JP = re.compile(rb"\x1b\$[@B]")
CHOOSE = "Choose its encoding below, or save it again as UTF-8."
WRONG = "If names are unreadable, choose another."
SAMPLE = 4096
MOSTLY = 4
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROLS = 0.05
"""The share of control characters above which nobody wrote this as text."""
PLAUSIBLE = 0.5
CLOSE, FEW = 0.12, 0.2
"""Of two readings this near to each other either may be meant; where one line alone speaks, this much more apart."""


@dataclass(frozen=True)
class Decoded:
    """The text, the encoding it was read in, and a doubt when something else is as likely."""

    text: str
    encoding: str
    doubt: str = ""


def decode(data: bytes, encoding: str | None = None, is_known: Callable[[str], bool] = lambda header: False) -> Decoded:
    """The text of a file: in the chosen encoding, else by its mark, else UTF-8, else the likeliest. Never lossy.

    ``is_known`` tells the names of columns: a reading that makes some is likelier.
    """
    decoded = _chosen(data, encoding) if encoding else _found(data, is_known)
    if "\x00" in decoded.text:
        raise InvalidError(f"The file is damaged, or not text: it holds characters that no text has. {CHOOSE}")
    begin = decoded.text[:SAMPLE]
    if not encoding and len(CONTROLS.findall(begin)) > MOST_CONTROLS * len(begin) + 1:
        raise InvalidError(f"The file is not text: it holds control characters in many places. {CHOOSE}")
    return replace(decoded, text=decoded.text.removeprefix("\ufeff").removesuffix("\x1a"))  # DOS ended files so


def _chosen(data: bytes, encoding: str) -> Decoded:
    if encoding not in ENCODINGS:
        raise InvalidError(f'"{encoding}" is not an encoding that is known here. Choose one from the list.')
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeError as error:
        where = f": near line {_line(data, error)} it" if isinstance(error, UnicodeDecodeError) else ": it"
        raise InvalidError(
            f"The file is not {ENCODINGS[encoding]}{where} holds bytes that mean nothing there. {CHOOSE}"
        ) from error


def _line(data: bytes, error: UnicodeDecodeError) -> int:
    before = data[: error.start].replace(b"\r\n", b"\n")
    return before.count(b"\n") + before.count(b"\r") + 1


def _found(data: bytes, is_known: Callable[[str], bool]) -> Decoded:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _chosen(data, encoding)
    if b"\x00" in data:
        return _chosen(data, _unmarked_utf_16(data))
    if ISO_2022_JP.search(data[:SAMPLE]):
        return _chosen(data, "iso2022_jp")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        _check_almost_utf_8(data, error)
        return _legacy(data, is_known)


def _unmarked_utf_16(data: bytes) -> str:
    """Which byte of a pair is mostly the empty one, as in ASCII, of which every table has some; else it is damage."""
    even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    if len(data) % 2 == 0 and odd > MOSTLY * even and (b"\n\x00" in data or b"\r\x00" in data):
        return "utf-16-le"
    if len(data) % 2 == 0 and even > MOSTLY * odd and (b"\x00\n" in data or b"\x00\r" in data):
        return "utf-16-be"
    raise InvalidError(f"The file is damaged, or not text: it holds characters that no text has. {CHOOSE}")


def _check_almost_utf_8(data: bytes, error: UnicodeDecodeError) -> None:
    """Refuse UTF-8 with a few broken bytes: in another encoding every accent would be garbled."""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    sound = len(lenient) - len(lenient.encode("ascii", errors="ignore")) - broken
    if sound > 0 and error.end == len(data) and error.reason == "unexpected end of data":
        raise InvalidError("The file ends in the middle of a letter: it was cut off. Export it and upload it again.")
    if sound > broken:
        raise InvalidError(
            f"The file is UTF-8, but near line {_line(data, error)} it holds bytes that are not. {CHOOSE}"
        )


def _legacy(data: bytes, is_known: Callable[[str], bool]) -> Decoded:
    """The likeliest reading that holds for the whole file; Windows-1252 where nothing is likely."""
    likely = [guess for guess in guesses(data, is_known) if guess.score >= PLAUSIBLE]
    for place, guess in enumerate(likely):
        try:
            return Decoded(data.decode(guess.encoding), guess.encoding, _doubt(guess, likely[place + 1 :]))
        except UnicodeDecodeError:
            continue
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise InvalidError(f"The file is not UTF-8, and its encoding can't be told. {CHOOSE}") from None
    return Decoded(text, "cp1252", f"The encoding could not be told from the words. {WRONG}")


def _doubt(guess: Guess, others: list[Guess]) -> str:
    apart = CLOSE + FEW / (guess.text.count("\n") + 1)
    near = [other for other in others if other.text != guess.text and other.score > guess.score - apart]
    return f"It may as well be {ENCODINGS[near[0].encoding]}. {WRONG}" if near else ""
