"""Bytes to text: strictly and in steps, because detectors guess legacy encodings wrong; shown, and changeable."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.errors import InvalidError

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a mark (Excel)",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16, little endian, without a mark",
    "utf-16-be": "UTF-16, big endian, without a mark",
    "cp1252": "Windows-1252 (Western Europe)",
    "cp1250": "Windows-1250 (Central Europe)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "iso8859-15": "ISO 8859-15 (Western Europe)",
    "mac-roman": "Mac Roman",
    "gb18030": "GB 18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "cp932": "Shift JIS (Japanese)",
    "euc-jp": "EUC-JP (Japanese)",
    "cp949": "EUC-KR (Korean)",
}
"""What can be chosen: the codec and what people call it."""

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CHOOSE = "Choose its encoding below, or save it again as UTF-8."
SAMPLE = 4096
HIGH = re.compile(rb"[\x80-\xff]")
HIGH_RUN = re.compile(rb"[\x80-\xff]{2,}")
# Legacy Western text has an accent here and there; two thirds of its high bytes side by side are another script.
MOSTLY_RUNS = 0.66


@dataclass(frozen=True)
class Decoded:
    """The text, the encoding it was read in, and a doubt when something else is as likely."""

    text: str
    encoding: str
    doubt: str = ""


def decode(data: bytes, encoding: str | None = None, is_known: Callable[[str], bool] = lambda header: False) -> Decoded:
    """The text of a file: in the chosen encoding, else by its mark, else UTF-8, else Windows-1252. Never lossy."""
    decoded = _chosen(data, encoding) if encoding else _found(data)
    if "\x00" in decoded.text:
        raise InvalidError(f"The file holds NUL characters, so it is damaged or not text. {CHOOSE}")
    return replace(decoded, text=decoded.text.removeprefix("\ufeff").removesuffix("\x1a"))


def _chosen(data: bytes, encoding: str) -> Decoded:
    if encoding not in ENCODINGS:
        raise InvalidError(f'"{encoding}" is not an encoding that is known here. Choose one from the list.')
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        label = ENCODINGS[encoding]
        raise InvalidError(
            f"The file is not {label}: near line {row} it holds bytes that mean nothing there. {CHOOSE}"
        ) from error


def _found(data: bytes) -> Decoded:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _chosen(data, encoding)
    if b"\x00" in data:
        return _chosen(data, _unmarked_utf_16(data))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _unmarked_utf_16(data: bytes) -> str:
    """Which half of the byte pairs is empty, as in mostly Latin text; NUL bytes anywhere else are damage."""
    low, high = data[:SAMPLE:2], data[1:SAMPLE:2]
    if len(data) % 2 == 0 and low.count(0) == 0 and high.count(0) >= 0.6 * len(high):
        return "utf-16-le"
    if len(data) % 2 == 0 and high.count(0) == 0 and low.count(0) >= 0.6 * len(low):
        return "utf-16-be"
    raise InvalidError(f"The file holds NUL bytes, so it is damaged or not text. {CHOOSE}")


def _legacy(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Windows-1252, unless it is UTF-8 with a few broken bytes: reading those so would garble every accent."""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    sound = sum(1 for letter in lenient if letter > "\x7f") - broken
    if sound > broken:
        row = data.count(b"\n", 0, error.start) + 1
        raise InvalidError(f"The file is UTF-8, but near line {row} it holds bytes that are not. {CHOOSE}")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise InvalidError(f"The file is neither UTF-8 nor Windows-1252. {CHOOSE}") from None
    return Decoded(text, "cp1252", _doubt(data))


def _doubt(data: bytes) -> str:
    in_runs = sum(len(run) for run in HIGH_RUN.findall(data))
    if in_runs > MOSTLY_RUNS * len(HIGH.findall(data)) and in_runs >= 4:
        return "This does not look like Western European text. If names are unreadable, choose another encoding."
    return ""
