"""Lines below a table that are none of its rows: totals, and what a program writes under what it exports."""

import re
from collections.abc import Sequence

from dashboard.imports.ragged import Row, is_filled

LONGEST = 200
NOUNS = (
    r"(?:rows?|records?|entries|people|persons?|participants?|members?|mentors?|mentees?|pairs?|pairings?|meetings?|"
    r"responses?|students?|staff|personas?|participantes?|registros?|personen|teilnehmer|einträge|personnes|lignes)"
)
TOTAL = (
    r"(?:(?:grand |sub ?)?totals?|total general|total général|totale|totaal|totalt|gesamt(?:summe|zahl)?|insgesamt|"
    r"zusammen|summe|somme|average|durchschnitt|promedio|moyenne|łącznie|yhteensä|итого|всего|合计|总计|合計|합계)"
)
NAMES_TOO = r"(?:sum|suma|count|mean|anzahl|razem)"
"""What somebody may be called: with a number beside it, it may be a person with an ID."""
FIGURES = r"[\s:=\-]*[\d.,%\s]*"
TOTALS = re.compile(rf"(?i)\A(?:number of )?{TOTAL}(?: (?:of )?{NOUNS})?{FIGURES}{NOUNS}?\Z")
ALONE = re.compile(rf"(?i)\A{NAMES_TOO}(?: (?:of )?{NOUNS})?{FIGURES}{NOUNS}?\Z")
WRITTEN = re.compile(
    r"(?i)\A(?:"
    r"(?:(?:this )?(?:report|file|list|export|data) )?(?:was )?(?:generated|created|exported|printed|downloaded|"
    r"produced|last updated|updated|as of|erstellt|exportiert|gedruckt|stand|generado|exportado|généré|exporté)\b"
    r".*(?:\d|\bby\b|\bfrom\b|\bvon\b|\bpor\b|\bpar\b).*"
    r"|(?:page|seite|página|pagina|sida) \d+.*|\d+ (?:rows?|records?|entries|results?)\b.*"
    r"|(?:strictly |company )?(?:confidential|vertraulich|confidencial|confidentiel|riservato)\b.*"
    r"|(?:for )?internal use\b.*|nur für den internen.*|©.*|\(c\) .*|copyright\b.*|all rights reserved.*"
    r"|[*\-= ]*end of (?:the )?(?:report|list|file|data|export|table)\b.*|powered by .*|(?:source|quelle|fuente)\s*:.*"
    r")\Z"
)


def told_apart(records: Sequence[list[str]], start: int) -> tuple[list[Row], list[int], dict[int, str]]:
    """The rows from ``start`` on, the numbers of those that are about nobody, and by number why, where it isn't plain
    to see. What could be about somebody is a row."""
    rows: list[Row] = []
    blank: list[int] = []
    for number, record in enumerate(records[start:], start=start + 1):
        if is_filled(record):
            rows.append((number, record))
        else:
            blank.append(number)
    left_out: dict[int, str] = {}
    while len(rows) > 1 and is_footer(filled := [" ".join(cell.split()) for cell in rows[-1][1] if cell.strip()]):
        left_out[rows.pop()[0]] = f'"{" ".join(filled)}" stands below the table and is about nobody.'
    return rows, sorted([*blank, *left_out]), left_out


def is_footer(filled: Sequence[str]) -> bool:
    """Whether these cells of a row are a total or a note: one text, and nothing but figures beside it."""
    text = " ".join(filled)
    if len(text) > LONGEST or "@" in text or any(letter.isalpha() for cell in filled[1:] for letter in cell):
        return False
    return bool(TOTALS.match(text) or WRITTEN.match(text) or (len(filled) == 1 and ALONE.match(text)))
