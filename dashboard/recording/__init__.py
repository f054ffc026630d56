"""The recorder behind ``writing()``, and the only way to write many rows at once."""

from dashboard.recording.bulk import delete_rows, insert_columns, insert_rows, table_of, update_rows
from dashboard.recording.recorder import Recorder
from dashboard.recording.words import CHUNK, from_words, in_words, stored_rows

__all__ = [
    "CHUNK",
    "Recorder",
    "delete_rows",
    "from_words",
    "in_words",
    "insert_columns",
    "insert_rows",
    "stored_rows",
    "table_of",
    "update_rows",
]
