"""Words from outside on a page that reads Markdown: a name is a name, never markup."""

import re
from collections.abc import Mapping
from typing import TypeVar

from dashboard.queries.labels import told_apart

T = TypeVar("T")

MARKUP = re.compile(r"([\\`*_\[\]<>|~$&^])|^([#+=-]|\d+(?=[.)]))")
# A backslash does not stop icons and emoji (":material/home:", ":smile:"), nor colors; an invisible joiner does.
SHORTCODE = re.compile(r":(?=[A-Za-z+-]|\d+:)")


def plain(words: object) -> str:
    """The words as they are, for any place that reads Markdown."""
    return SHORTCODE.sub(":\u2060", MARKUP.sub(_escaped, " ".join(str(words).split())))


def options_apart(options: Mapping[T, str]) -> dict[T, str]:
    """The words of each option, all of them different: the browser answers with the words, not with what they stand
    for, so that of two people of one name only the last could be chosen."""
    return dict(zip(options, told_apart(options.values()), strict=True))


def _escaped(found: re.Match[str]) -> str:
    sign, first = found.groups()
    return f"\\{sign}" if sign else f"{first}\u2060" if first.isdigit() else f"\\{first}"
