"""Workbooks made for tests: as Excel and LibreOffice write them, and as nobody should."""

import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO

from xlsxwriter import Workbook

Sheets = Mapping[str, Sequence[Sequence[object]]]


def xlsx(sheets: Sheets, *, formats: Mapping[str, str] | None = None, hidden: Sequence[str] = ()) -> bytes:
    """Values of any type, by sheet; ``formats`` by cell of the first sheet (``B2``: ``0%``)."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        for name, rows in sheets.items():
            page = workbook.add_worksheet(name)
            if name in hidden:
                page.hide()
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    code = (formats or {}).get(f"{chr(65 + place)}{number + 1}")
                    page.write(number, place, cell, *([workbook.add_format({"num_format": code})] if code else []))
    return out.getvalue()


def ods(rows: Sequence[Sequence[str]], *, name: str = "People") -> bytes:
    """Cells as LibreOffice writes them; one that begins with ``<`` is taken as it stands."""
    cells = "".join("<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="{name}">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def _ods_cell(cell: str) -> str:
    if cell.startswith("<"):
        return cell
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'


def packed(entries: Mapping[str, str | bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these entries."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(workbook: bytes, entries: Mapping[str, str | bytes]) -> bytes:
    """A workbook in which these entries are others, or more."""
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    return packed({**whole, **entries})
