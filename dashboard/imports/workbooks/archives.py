"""What a zip archive holds, looked at by reading it within bounds; the sizes that it declares are not believed."""

import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO

from dashboard.errors import InvalidError
from dashboard.imports.limits import AGAIN, MEGABYTE

MOST_ENTRIES = 2_000
MOST_UNPACKED = 250 * MEGABYTE
"""A sheet of the most rows that a table may have, with a paragraph in each."""
CHUNK = MEGABYTE
ENCRYPTED = 0x1
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

OTHERS = {
    "word/": "a text document",
    "ppt/": "a presentation",
    "visio/": "a drawing",
    "Index/": "a document of Apple's Numbers, Pages or Keynote",
    "Index.zip": "a document of Apple's Numbers, Pages or Keynote",
}
"""What holds files under such a name, in words."""


def check_archive(data: bytes, name: str) -> None:
    """Raise InvalidError unless this is the archive of a workbook: whole, open, and of a size that can be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, name)
            _check_kind({entry.filename for entry in entries}, archive, name)
            _check_unpacked(archive, entries, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise InvalidError(
            f"{name} is damaged or was cut off on its way: it can't be unpacked. "
            "Save it again in your spreadsheet and upload the new file."
        ) from error


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MOST_ENTRIES:
        raise InvalidError(f"{name} is packed from {len(entries):,} files, which no workbook is. {AGAIN}")
    for entry in entries:
        parts = entry.filename.replace("\\", "/").split("/")
        if parts[0] == "" or parts[0].endswith(":") or ".." in parts:
            raise InvalidError(f"{name} holds a file that wants to be somewhere else, which no workbook does. {AGAIN}")
        if entry.flag_bits & ENCRYPTED:
            raise InvalidError(f"{name} is protected by a password. Save it without one and upload it again.")
        if entry.compress_type not in PACKED:
            raise InvalidError(f"{name} is packed in a way that no workbook is. {AGAIN}")


def _check_kind(names: Collection[str], archive: zipfile.ZipFile, name: str) -> None:
    if {"xl/workbook.xml", "xl/workbook.bin"} & set(names):
        return
    if "content.xml" in names and "mimetype" in names:
        with archive.open("mimetype") as entry:
            kind = entry.read(100).decode("ascii", errors="replace")
        if "opendocument.spreadsheet" in kind:
            return
        raise InvalidError(f"{name} is a document, but no spreadsheet. {AGAIN}")
    what = next((what for start, what in OTHERS.items() if any(each.startswith(start) for each in names)), None)
    if what:
        raise InvalidError(f"{name} is {what}, not a table. {AGAIN}")
    raise InvalidError(f"{name} is a zip archive, not a table. Unpack it and upload the table that is in it.")


def _check_unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> None:
    """Unpack everything, a little at a time, keep nothing, and stop at the bound."""
    unpacked = 0
    for entry in entries:
        with archive.open(entry) as packed:
            while chunk := packed.read(CHUNK):
                unpacked += len(chunk)
                if unpacked > MOST_UNPACKED:
                    raise InvalidError(
                        f"{name} would be more than {MOST_UNPACKED // MEGABYTE} MB unpacked, far more than a table of "
                        "people. Copy the rows into a new workbook and upload that."
                    )
