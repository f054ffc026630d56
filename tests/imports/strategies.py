"""Files as people send them: cells spelled in every way, in any dialect. For every kind of file."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

BLANKS = ("", " ", "\u200b", "\u00a0", "\t ")
HOSTILE = (
    "=1+1",
    "+49 30 1",
    "-",
    "@home",
    "'=x",
    "\x0b",
    "a\nb",
    'say "hi"',
    "x" * 300,
    "\u202eevil",
    "نص",
    "N/A",
    "0",
)
AROUND = (("", ""), (" ", " "), ("\u200b", ""), ("", "\u00a0"), ("\ufeff", ""), ("\t", ""))
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16")


@dataclass(frozen=True)
class Roster:
    """A file: its bytes, and the rows below the header as they were written."""

    data: bytes
    rows: Sequence[Sequence[str]]

    @property
    def blank(self) -> int:
        """How many rows hold nothing at all."""
        return sum(not any(cell.strip() for cell in row) for row in self.rows)


def spelled(*values: str) -> SearchStrategy[str]:
    """One of these values in some spelling: padded, with invisible characters around it, in capitals."""
    cased = st.sampled_from(values).flatmap(lambda value: st.sampled_from([value, value, value.upper(), value.lower()]))
    return st.builds(lambda value, around: value.join(around), cased, st.sampled_from(AROUND))


def cells(*values: str) -> SearchStrategy[str]:
    """Mostly one of these values; now and then nothing, something hostile, or any text at all."""
    anything = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
    return st.one_of(spelled(*values), spelled(*values), st.sampled_from(BLANKS), st.sampled_from(HOSTILE), anything)


def lists(*values: str) -> SearchStrategy[str]:
    """Several of these values in one cell, by one separator or another."""
    several = st.lists(st.sampled_from(values), min_size=1, max_size=4)
    return st.builds(lambda parts, between: between.join(parts), several, st.sampled_from(["; ", ";", ", ", "|", "、"]))


def rosters(columns: Mapping[str, SearchStrategy[str]], most: int = 8) -> SearchStrategy[Roster]:
    """Files with this header, in any dialect; rows may be blank."""
    row = st.one_of(st.tuples(*columns.values()), st.tuples(*columns.values()), st.just(("",) * len(columns)))
    rows = st.lists(row, min_size=1, max_size=most).filter(
        lambda rows: any(cell.strip() for row in rows for cell in row)
    )
    return st.builds(
        lambda rows, delimiter, encoding, end: Roster(written(list(columns), rows, delimiter, encoding, end), rows),
        rows,
        st.sampled_from([",", ";", "\t", "|"]),
        st.sampled_from(ENCODINGS),
        st.sampled_from(["\r\n", "\n"]),
    )


def written(header: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str, encoding: str, end: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    return text.getvalue().encode(encoding)


PEOPLE_COLUMNS = {
    "Name": cells("Ana Ruiz", "Ben Ode", "Ruiz, Ana", "Cy Po"),
    "Email": cells("ana@example.org", "ben@example.org", "Cy Po <cy@example.org>", "family@example.org", "nope"),
    "ID": cells("1", "2", "007"),
    "Role": cells("mentor", "mentee", "both", "sponsor"),
    "Max mentees": cells("1", "3", "0"),
    "Skills": st.one_of(lists("SQL", "Excel", "MS Excel", "Law", "Law, tax"), cells("SQL")),
    "Years of experience": cells("0", "3,5", "200"),
    "Manager ID": cells("1", "2", "9"),
    "City": cells("Lima", "Zürich"),
}

# The same few people again and again: what two rows, or a row and the program, can say about one of them.
FEW_PEOPLE = {
    "Name": st.sampled_from(["Ana Ruiz", "Ana Ruiz Vega", "Ruiz", "Ben Ode", "", "ana ruiz", "=1+1"]),
    "Email": st.sampled_from(["ana@example.org", "ANA@example.org", "ben@example.org", "nope", "", "cy@example.org"]),
    "ID": st.sampled_from(["", "", "1", "2", "007"]),
    "Role": st.sampled_from(["mentor", "mentee", "both", "", "sponsor"]),
    "Max mentees": st.sampled_from(["", "1", "3", "0"]),
    "Status": st.sampled_from(["", "", "active", "left", "waitlisted", "graduated"]),
    "Joined on": st.sampled_from(["", "", "2026-01-05", "2026-02-03", "soon"]),
    "Skills": st.sampled_from(["", "SQL", "sql; Law", "Law; SQL; Law", "'=x; y"]),
    "Manager ID": st.sampled_from(["", "1", "9"]),
    "Years": st.sampled_from(["", "0", "3,5"]),
}

# Rosters that say less: nothing but names and IDs, names in two parts and a family's one address.
NAMES_AND_IDS = {key: FEW_PEOPLE[key] for key in ("Name", "ID", "Role", "Max mentees", "Status")}
FAMILIES = {
    "First name": st.sampled_from(["Ana", "Luz", ""]),
    "Last name": st.sampled_from(["Ruiz", "Paz", ""]),
    "Email": st.sampled_from(["family@example.org", "Family@example.org", "ana@example.org", ""]),
    "Role": FEW_PEOPLE["Role"],
    "City": st.sampled_from(["", "Lima", "Oslo"]),
}
