"""Names with the family first, as personnel systems list them: Ruiz, Ana."""

import re
from collections.abc import Sequence

from dashboard.imports.fields import Span
from dashboard.imports.ways import Way, Ways
from dashboard.services.person_fields import clean_name

TURNED, AS_WRITTEN = "turned", "as_written"
FAMILY_FIRST = re.compile(r"\A\s*([^,;@\d]{1,80}?)\s*,\s*([^,;@\d]{1,80}?)\s*\Z")
TITLE = re.compile(r"(?i)\A(?:jr|sr|ii|iii|iv|md|m\.d|phd|ph\.d|dr|mba|esq|cpa|rn|dds)\.?\Z")
"""What stands behind a comma and is no first name."""
MOSTLY = 0.8


def read_name(cell: str, way: str = "") -> str:
    return clean_name(_turned(cell) or cell) if way == TURNED else clean_name(cell)


def name_ways(name: str, cells: Sequence[str], span: Span | None = None) -> Ways:
    """How to read a column of names that has some with a comma; where most have, it is worth a look."""
    with_comma = [cell for cell in cells if "," in cell and _turned(cell)]
    if not with_comma:
        return Ways()
    first = with_comma[0].strip()
    offered = (
        Way(AS_WRITTEN, "As written", f"{first} stays {first}"),
        Way(TURNED, "Family name first", f"{first} is {_turned(first)}"),
    )
    filled = sum(bool(cell.strip()) for cell in cells)
    return Ways(offered, AS_WRITTEN, is_sure=len(with_comma) < MOSTLY * filled)


def _turned(cell: str) -> str:
    """The first name before the family's; nothing where the comma tells something else."""
    parts = FAMILY_FIRST.match(" ".join(cell.split()))  # a run of blanks would be tried at every length
    return f"{parts[2]} {parts[1]}" if parts and not TITLE.match(parts[2]) else ""
