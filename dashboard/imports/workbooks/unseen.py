"""What nobody sees in a sheet of an .xlsx, and formulas that were never computed: by the name of the sheet."""

import re
import zipfile
from html import unescape
from io import BytesIO
from typing import Any

BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
TAG = re.compile(rb"<(?:\w+:)?(sheet|Relationship)\s([^<>]*)>")
SAID = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
HIDDEN_ROW = re.compile(rb"<row\s[^<>]*?\br=\"(\d{1,7})\"[^<>]*?\bhidden=\"(?:1|true)\"")
HIDDEN_COLUMNS = re.compile(rb"<col\s([^<>]*?\bhidden=\"(?:1|true)\"[^<>]*)>")
UNCOMPUTED = re.compile(
    rb"<c r=\"[A-Z]+(\d{1,7})\"(?![^<>]*\bt=\"str\")[^<>]*><f\b(?:[^<>]*/>|[^<>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>"
)
WIDEST = 16_384


def unseen(data: bytes) -> dict[str, dict[str, Any]]:
    """Sheet -> ``hidden_rows`` and ``hidden_columns`` (from 1) and ``uncomputed``, the rows of such formulas."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        if not {BOOK, RELATIONS} <= names:
            return {}
        places = {
            one["Id"]: one["Target"] for one in _tags(archive.read(RELATIONS), b"Relationship") if "Target" in one
        }
        found = {}
        for sheet in _tags(archive.read(BOOK), b"sheet"):
            target = places.get(sheet.get("r:id", ""), "")
            path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            if path in names:
                found[sheet.get("name", "")] = _in_sheet(archive.read(path))
        return found


def _in_sheet(sheet: bytes) -> dict[str, Any]:
    columns: list[int] = []
    for said in HIDDEN_COLUMNS.findall(sheet):
        about = dict(SAID.findall(said))
        first, last = int(about.get(b"min", b"0")), min(int(about.get(b"max", b"0")), WIDEST)
        columns += range(first, last + 1)
    return {
        "hidden_rows": [int(row) for row in HIDDEN_ROW.findall(sheet)],
        "hidden_columns": columns,
        "uncomputed": sorted({int(row) for row in UNCOMPUTED.findall(sheet)}),
    }


def _tags(xml: bytes, wanted: bytes) -> list[dict[str, str]]:
    found = (SAID.findall(said) for tag, said in TAG.findall(xml) if tag == wanted)
    return [{name.decode(): unescape(value.decode(errors="replace")) for name, value in said} for said in found]
