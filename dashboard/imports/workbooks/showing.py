"""What a person sees in a cell where its value alone does not say it: errors, percentages, zeros in front.

A workbook stores the value and, elsewhere, how it is shown. The cells in question are rewritten as the text that they
show, before the workbook is read.
"""

import re
import zipfile
from decimal import Decimal, InvalidOperation
from io import BytesIO

SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
STYLES = "xl/styles.xml"
CONTENT = "content.xml"
FORMAT = re.compile(rb'<numFmt\s[^>]*?numFmtId="(\d+)"[^>]*?formatCode="([^"]*)"')
STYLE_LIST = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
STYLE = re.compile(rb'<xf\s[^>]*?numFmtId="(\d+)"')
PERCENT = {b"9": b"0%", b"10": b"0.00%"}
"""Formats that every workbook has without saying so."""
CELL = re.compile(
    rb'<c r="([A-Z]+\d+)" s="(\d+)"(?: t="n")?>((?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)?)<v>([-+.\deE]{1,30})</v>'
)
ERROR = re.compile(rb'(<c r="[A-Z]+\d+"(?: s="\d+")?) t="e"')
ODS_ERROR = re.compile(rb'office:string-value=""( calcext:value-type="error")')
ODS_PERCENT = re.compile(rb'office:value-type="percentage" office:value="[^"]*"')


def as_shown(data: bytes) -> bytes:
    """The workbook with those cells as text; the same bytes when it has none."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        formats = _formats(archive.read(STYLES)) if STYLES in names else {}
        changed = {}
        for name in names:
            if SHEET.match(name) or name == CONTENT:
                before = archive.read(name)
                after = _spreadsheet(before, formats) if name != CONTENT else _open_document(before)
                if after != before:
                    changed[name] = after
        return _replaced(archive, changed) if changed else data


def _formats(styles: bytes) -> dict[bytes, bytes]:
    """Style -> format, of styles that show percentages or zeros in front."""
    codes = PERCENT | dict(FORMAT.findall(styles))
    found = STYLE_LIST.search(styles)
    used = STYLE.findall(found.group()) if found else []
    return {str(place).encode(): codes[key] for place, key in enumerate(used) if _is_telling(codes.get(key, b""))}


def _is_telling(code: bytes) -> bool:
    return code.endswith(b"%") or bool(re.fullmatch(rb"0{2,40}", code))


def _spreadsheet(sheet: bytes, formats: dict[bytes, bytes]) -> bytes:
    sheet = ERROR.sub(rb'\1 t="str"', sheet)
    if not formats:
        return sheet
    return CELL.sub(lambda cell: _cell(cell, formats), sheet)


def _cell(cell: re.Match[bytes], formats: dict[bytes, bytes]) -> bytes:
    place, style, formula, value = cell.groups()
    shown = _shown(value.decode(), formats[style]) if style in formats else ""
    if not shown:
        return cell.group()
    return b'<c r="%s" s="%s" t="str">%s<v>%s</v>' % (place, style, formula, shown.encode())


def _shown(value: str, code: bytes) -> str:
    try:
        number = Decimal(format(float(value), ".15g"))
    except (ValueError, InvalidOperation):
        return ""
    if code.endswith(b"%"):
        return f"{(number * 100).normalize():f}%"
    return f"{number:0{len(code)}f}" if number == number.to_integral_value() and number >= 0 else ""


def _open_document(content: bytes) -> bytes:
    return ODS_PERCENT.sub(b'office:value-type="string"', ODS_ERROR.sub(rb"\1", content))


def _replaced(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, changed[name] if name in changed else archive.read(name))
    return out.getvalue()
