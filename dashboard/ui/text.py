"""Words from outside on a page that reads Markdown: a name is a name, never markup."""

import re

MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^])")
# A backslash does not stop icons and emoji (":material/home:", ":smile:"), nor colors; an invisible joiner does.
SHORTCODE = re.compile(r":(?=[A-Za-z0-9+_-])")


def plain(words: object) -> str:
    """The words as they are, for any place that reads Markdown."""
    return SHORTCODE.sub(":\u2060", MARKUP.sub(r"\\\1", str(words)).replace("\n", " "))
