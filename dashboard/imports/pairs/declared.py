"""A file of pairs, for the pipeline: what it is compared with, and what may be said about all or one of its rows."""

from collections.abc import Sequence

from dashboard.imports.columns import Mapping
from dashboard.imports.declaring import Arrival, FileKind, Question
from dashboard.imports.leaving_out import leaving_out
from dashboard.imports.pairs.choices import ADD, DECISIONS
from dashboard.imports.pairs.fields import EXAMPLE, MENTEE, MENTOR, PAIRS
from dashboard.imports.pairs.review import review_pairs
from dashboard.queries.exports import exported_pairs
from dashboard.queries.program_pairs import program_pairs

STRANGERS = {"ask": "Stay out", ADD: "Are added"}


def _questions(arrival: Arrival) -> Sequence[Question]:
    """What becomes of people who are not in the cohort, and when a pairing began whose row does not tell."""
    strangers = Question("strangers", f"People who are not in {arrival.cohort.name} yet", STRANGERS, "ask")
    starts = [column.position for column in arrival.columns.of("started_on")]
    if starts and all(row[starts[0]].strip() for row in arrival.table.cells):
        return (strangers,)
    label = "Rows without a start began on" if starts else "These pairings began on"
    return strangers, Question("start", label, usual=arrival.cohort.starts_on.isoformat())


def _identified(columns: Mapping) -> bool:
    return columns.has(*MENTOR) and columns.has(*MENTEE)


PAIRS_FILE = FileKind(
    kind=PAIRS,
    one="pairing",
    many="pairings",
    picture=program_pairs,
    review=leaving_out(EXAMPLE, review_pairs, PAIRS),
    example=EXAMPLE,
    identity=(MENTOR, MENTEE),
    exported=exported_pairs,
    identified=_identified,
    questions=_questions,
    decisions=DECISIONS,
    file_words=("pairs", "pairings", "pairing", "matches", "matching", "matched", "relationships", "connections"),
)
