"""Lines below a table that are none of its rows: totals, and what a program writes under what it exports."""

import re
from collections.abc import Sequence

from dashboard.imports.check_ins.names import asks
from dashboard.imports.headers import clean_header
from dashboard.imports.heads import Head
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
DAY = r"(?:\d{4}|\d+[./-]\d+|\d+ (?:rows|records|entries|people))"
WRITTEN = re.compile(
    r"(?i)\A(?:"
    r"(?:this )?(?:report|file|list|export|data) (?:was )?(?:generated|created|exported|printed|downloaded|produced|"
    r"last updated|updated)\b.*(?:\d|\bby\b|\bfrom\b).*"
    r"|(?:generated|created|exported|printed|downloaded|produced|last updated|updated|as of|erstellt|exportiert|"
    rf"gedruckt|stand|generado|exportado|généré|exporté)\b.*{DAY}.*"
    r"|(?:page|seite|página|pagina|sida) \d+.*"
    r"|\d+ (?:rows?|records?|entries|results?)(?: (?:found|in total|total|exported|selected|shown|listed|of \d+))*\W*"
    r"|(?:strictly |company )?(?:confidential|vertraulich|confidencial|confidentiel|riservato)"
    r"(?:\W+(?:for|and|internal|intern|interno|interne|use|only|information|proprietary|do not \w+|property of .*))*\W*"
    r"|(?:for )?internal use\b.*|nur für den internen.*|©.*|\(c\) .*|copyright\b.*|all rights reserved.*"
    r"|[*\-= ]*end of (?:the )?(?:report|list|file|data|export|table)\b.*|powered by .*|(?:source|quelle|fuente)\s*:.*"
    r")\Z"
)
DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T][\d:.]+)?")
TELLS_WHO = re.compile(
    r"\b(?:ids?|nr|no|key|code|numbers?(?! of)|phone|matr[ií]cula|matricule|identifiant|identificador)\b|nummer|"
    r"kennung|工号|学号|编号|番号|사번|번호|номер|табельный"
)
"""What a column is called in which a figure is somebody's own."""
WORDS_OF_ONES_OWN = re.compile(
    r"\b(?:bio|about|goals?|notes?|hopes?|topics?|motivation|reasons?|text|summary|confiden)"
)
"""What a column is called in which anything may be said; questions are known besides."""


def told_apart(
    records: Sequence[list[str]], head: Head, *, keeps_all: bool
) -> tuple[list[Row], list[int], dict[int, str]]:
    """The rows below the head, the numbers of those that are about nobody, and by number why, where it isn't plain to
    see. What could be about somebody is a row; with ``keeps_all``, whatever is filled."""
    rows: list[Row] = []
    blank: list[int] = []
    for number, record in enumerate(records[head.end :], start=head.end + 1):
        if is_filled(record):
            rows.append((number, record))
        else:
            blank.append(number)
    left_out: dict[int, str] = {}
    while not keeps_all and len(rows) > 1 and is_footer(rows[-1][1], head.names):
        number, record = rows.pop()
        text = " ".join(" ".join(record).split())
        left_out[number] = f'"{text}" stands below the table and is about nobody.'
    return rows, sorted([*blank, *left_out]), left_out


def is_footer(record: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a row below columns of these names is a total or a note: one text, and nothing beside it but figures that
    are nobody's own. What stands where people write in their own words may be one's answer."""
    filled = {at: " ".join(cell.split()) for at, cell in enumerate(record) if cell.strip()}
    text = " ".join(filled.values())
    if len(text) > LONGEST or "@" in text:
        return False
    told, *beside = filled.values()
    called = [clean_header(names[at]) if at < len(names) else "" for at in filled]
    if any(letter.isalpha() for cell in beside for letter in cell) or any(map(_takes_words, called)):
        return False
    if all(map(DATE.fullmatch, beside)) and WRITTEN.match(text):
        return True
    is_somebody = any(not name or TELLS_WHO.search(name.casefold()) for name in called[1:])
    return not is_somebody and bool(TOTALS.match(text) or (not beside and ALONE.match(told)))


def _takes_words(name: str) -> bool:
    is_asked = any(asks(key, name) for key in ("comment", "confidential_comment"))
    return is_asked or bool(WORDS_OF_ONES_OWN.search(name.casefold()))
