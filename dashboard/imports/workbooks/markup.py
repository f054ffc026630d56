"""Markup: whether bytes are a web page or XML, and its tags and texts, cut apart in one pass whatever it holds."""

import codecs
import re
from collections.abc import Iterator
from html import unescape

MARKUP = re.compile(rb"\s*<(?:!doctype|!--|html|head|body|table|meta|style|\?xml|\w+:?workbook)\b", re.IGNORECASE)
TABLE = re.compile(rb"<(?:ss:)?table\b", re.IGNORECASE)
NAME = re.compile(r"/?\w+(?::\w+)?")
UNSEEN = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")}
LONGEST = 10_000
"""Characters of a tag."""


def is_markup(data: bytes) -> bool:
    """Whether this begins as a web page or XML."""
    return bool(MARKUP.match(data[:200].removeprefix(codecs.BOM_UTF8)))


def is_page(data: bytes) -> bool:
    """Whether this is a web page or XML with a table in it."""
    return is_markup(data) and bool(TABLE.search(data))


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """The name of a tag (``td``, ``/td``; without its namespace) and its attributes, or "" and a text between tags."""
    at = 0
    while (start := text.find("<", at)) >= 0:
        yield "", unescape(text[at:start])
        if text.startswith("<!--", start):
            at = _behind(text.find("-->", start), text, 3)
            continue
        end, name = text.find(">", start, start + LONGEST), NAME.match(text, start + 1)
        if end < 0 or name is None:
            at = max(start, end) + 1
            continue
        tag = name.group().lower()
        tag = "/" * tag.startswith("/") + tag.lstrip("/").rpartition(":")[2]
        yield tag, text[name.end() : end]
        closed = UNSEEN[tag].search(text, end) if tag in UNSEEN else None
        at = _behind(closed.start() if closed else -1, text) if tag in UNSEEN else end + 1
    yield "", unescape(text[at:])


def _behind(place: int, text: str, length: int = 0) -> int:
    """Behind what ends something; the end of the text where nothing does."""
    return place + length if place >= 0 else len(text)
