"""Old workbooks, byte by byte: .xls (a BIFF8 stream in a compound file) and .xlsb (BIFF12 records in a zip)."""

import struct
from collections.abc import Sequence

from tests.imports.workbooks.making import packed

SECTOR, FREE, END, FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Rows = Sequence[Sequence[str | float]]


def xls(sheets: dict[str, Rows]) -> bytes:
    """As Excel 97 wrote it: text as labels, numbers as doubles."""
    bodies = [_bof(0x10) + b"".join(_cells(rows)) + _record(0x0A, b"") for rows in sheets.values()]
    names = [name.encode("utf-16-le") for name in sheets]
    at = len(_bof(0x05)) + sum(4 + 8 + len(name) for name in names) + 4
    bounds = b""
    for name, body in zip(names, bodies, strict=True):
        bounds += _record(0x85, struct.pack("<IBBBB", at, 0, 0, len(name) // 2, 1) + name)
        at += len(body)
    return compound({"Workbook": _bof(0x05) + bounds + _record(0x0A, b"") + b"".join(bodies)})


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of these streams, each large enough to stand in sectors of its own."""
    entries, sectors, chain = [_entry("Root Entry", 5, END, 0, child=1)], b"", []
    for number, (name, data) in enumerate(streams.items(), start=1):
        padded = data.ljust(max(4096, -(-len(data) // SECTOR) * SECTOR), b"\0")
        count, start = len(padded) // SECTOR, len(chain)
        chain += [*range(start + 1, start + count), END]
        entries.append(_entry(name, 2, start, len(padded), after=number + 1 if number < len(streams) else FREE))
        sectors += padded
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * SECTOR, b"\0")
    count, first = len(directory) // SECTOR, len(chain)
    chain += [*range(first + 1, first + count), END, FAT]
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, first, 0, 4096, END, 0, END, 0) + struct.pack("<I", len(chain) - 1)
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    return head.ljust(SECTOR, b"\xff") + sectors + directory + table


def xlsb(rows: Rows) -> bytes:
    """As Excel writes "binary workbooks": each cell with its text in it."""
    cells = b"".join(
        _long(0x00, struct.pack("<I", number) + bytes(13))
        + b"".join(_binary(place, cell) for place, cell in enumerate(row))
        for number, row in enumerate(rows)
    )
    size = _long(0x94, struct.pack("<4I", 0, len(rows) - 1, 0, len(rows[0]) - 1))
    sheet = _long(0x81, b"") + size + _long(0x91, b"") + cells + _long(0x92, b"") + _long(0x82, b"")
    bundle = _long(0x9C, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("People"))
    book = _long(0x83, b"") + _long(0x8F, b"") + bundle + _long(0x90, b"") + _long(0x84, b"")
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    rels = f'<Relationships><Relationship Id="rId1" Type="{relation}" Target="worksheets/sheet1.bin"/></Relationships>'
    entries = {"xl/workbook.bin": book, "xl/_rels/workbook.bin.rels": rels, "xl/worksheets/sheet1.bin": sheet}
    return packed({"[Content_Types].xml": "<Types/>", **entries})


def _bof(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))


def _cells(rows: Rows):
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            where = struct.pack("<HHH", number, place, 0)
            if isinstance(cell, str):
                yield _record(0x204, where + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
            else:
                yield _record(0x203, where + struct.pack("<d", cell))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _entry(name: str, kind: int, start: int, size: int, *, child: int = FREE, after: int = FREE) -> bytes:
    wide = name.encode("utf-16-le")
    head = wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide) + 2, kind, 1, FREE, after, child)
    return head + bytes(36) + struct.pack("<III", start, size, 0)


def _binary(place: int, cell: str | float) -> bytes:
    where = struct.pack("<II", place, 0)
    return _long(0x06, where + _wide(cell)) if isinstance(cell, str) else _long(0x05, where + struct.pack("<d", cell))


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _long(kind: int, data: bytes) -> bytes:
    """A record of BIFF12: its kind and its size in groups of seven bits."""
    out = bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 0x7F else bytes([kind])
    size = len(data)
    while size > 0x7F:
        out, size = out + bytes([size & 0x7F | 0x80]), size >> 7
    return out + bytes([size]) + data
