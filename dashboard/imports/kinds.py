"""The kinds of file that go in, and which of them a file most likely is."""

from dashboard.imports.check_ins.declared import CHECK_INS_FILE
from dashboard.imports.declaring import FileKind
from dashboard.imports.likeness import words
from dashboard.imports.mapping import map_columns
from dashboard.imports.meetings.declared import MEETINGS_FILE
from dashboard.imports.pairs.declared import PAIRS_FILE
from dashboard.imports.people.declared import PEOPLE_FILE
from dashboard.imports.recognizing import is_known_name
from dashboard.imports.tables import Table

KINDS: dict[str, FileKind] = {one.key: one for one in (PEOPLE_FILE, PAIRS_FILE, MEETINGS_FILE, CHECK_INS_FILE)}
"""By key, in the order in which they are offered."""
SAID_BY_NAME = 60
"""What a word in the name of the file or sheet is worth, next to the confidence of each recognized column (0-100)."""


def is_known_anywhere(header: str) -> bool:
    """Whether a column of any kind of file is called just so."""
    return any(is_known_name(header, one.kind) for one in KINDS.values())


def likeliest(name: str, table: Table) -> str:
    """The key of the kind that makes most of the columns; of two that make as much, the first."""
    return max(KINDS.values(), key=lambda one: _fit(one, name, table)).key


def likelier(than: str, name: str, table: Table) -> FileKind | None:
    """The kind that makes most of the columns, where the one with this key makes less of them."""
    best = KINDS[likeliest(name, table)]
    return best if _fit(best, name, table) > _fit(KINDS[than], name, table) else None


def _fit(one: FileKind, name: str, table: Table) -> int:
    columns = map_columns(table, one.kind)
    if not one.identified(columns):
        return 0
    spoken = {*words(name.rsplit(".", 1)[0]).split(), *words(table.source.sheet).split()}
    recognized = {column.field: column.confidence for column in reversed(columns.columns) if column.field}
    return sum(recognized.values()) + SAID_BY_NAME * bool(spoken & set(one.file_words))
