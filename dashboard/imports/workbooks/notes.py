"""What should be known about a sheet before its rows are believed, in sentences."""

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.imports.headers import letters

SHOWN = 5


def notes(sheet: dict[str, Any]) -> tuple[str, ...]:
    """Of a sheet as the child describes it."""
    rows = _runs(sheet.get("hidden_rows", ()))
    columns = [_letters(run) for run in _runs(sheet.get("hidden_columns", ()), most=sheet["end"][1])]
    merged = dict.fromkeys(_run(first, last) for first, last in sheet.get("merged", ()))
    cut = _runs(sheet.get("cut", ()))
    empty = _runs(sheet.get("uncomputed", ()))
    told = (
        rows and f"{_subject('Row', rows)} hidden in the sheet, perhaps by a filter; {_too(rows)}.",
        columns and f"{_subject('Column', columns)} hidden in the sheet; {_too(columns)}.",
        merged and f"A merged cell counts for each row that it spans: rows {_listed(merged)}.",
        empty
        and f"{_subject('Row', empty)} left with formulas that were never computed; their cells are read as blank. "
        "Open the file in your spreadsheet, save it and upload it again.",
        cut
        and f"{_subject('Row', cut)} left with a cell of 32,767 characters, the most that a workbook holds: the end of "
        "the text may be missing.",
    )
    return tuple(note for note in told if note)


def _runs(numbers: Iterable[int], most: int | None = None) -> list[str]:
    """Numbers that follow each other as one: 3, 5-9."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if most is not None and number > most:
            break
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [_run(*run) for run in runs]


def _run(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _letters(run: str) -> str:
    return "-".join(letters(int(number) - 1) for number in run.split("-"))


def _is_one(runs: Sequence[str]) -> bool:
    return len(runs) == 1 and "-" not in runs[0]


def _too(runs: Sequence[str]) -> str:
    return "it is read, too" if _is_one(runs) else "they are read, too"


def _subject(noun: str, runs: Sequence[str]) -> str:
    """Row 3 is, Rows 3-5 and 9 are."""
    return f"{noun} {runs[0]} is" if _is_one(runs) else f"{noun}s {_listed(runs)} are"


def _listed(runs: Iterable[str]) -> str:
    every = list(runs)
    if len(every) > SHOWN:
        return f"{', '.join(every[:SHOWN])} and others"
    return " and ".join(filter(None, [", ".join(every[:-1]), every[-1]]))
