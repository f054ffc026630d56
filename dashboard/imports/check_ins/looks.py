"""What the cells of a form look like: an answer on a scale, a yes or no, words of one's own."""

import re
from collections.abc import Sequence

from dashboard.imports.blanks import NO_RATING, says_nothing
from dashboard.imports.scale_families import FAMILIES
from dashboard.imports.scale_names import range_in
from dashboard.imports.scale_ranges import MOSTLY
from dashboard.imports.scale_words import position
from dashboard.imports.scales import parse

LONGEST = 60
"""An answer on a scale; longer ones are told in words of one's own."""
PROSE = re.compile(r"(?<!\S)(?:\S+\s+){5}\S|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{12}")
ROLE = re.compile(r"(?i)ment|tutor|coach|student|protég|导师|学员|メン|멘|настав|подопеч")


class OnScale:
    """Whether a cell is an answer on some scale: a number, or words of one."""

    def search(self, cell: str, /) -> bool:
        if len(cell) > LONGEST:
            return False
        answer = parse(cell)
        if answer.number is not None or says_nothing(cell, NO_RATING):
            return True
        return any(position(answer.words, family) is not None for family in FAMILIES)


ON_SCALE = OnScale()


def are_answers(name: str, cells: Sequence[str]) -> bool:
    """Whether a column holds answers: in words of a scale, or in numbers on one that its name tells."""
    filled = [parse(cell) for cell in cells if cell.strip() and not says_nothing(cell.strip(), NO_RATING)]
    worded = [
        one for one in filled if one.number is None and any(position(one.words, key) is not None for key in FAMILIES)
    ]
    if range_in(name):
        worded += [one for one in filled if one.number is not None]
    return bool(filled) and len(worded) >= MOSTLY * len(filled)


class YesOrNo:
    """Whether a cell says yes or no, and nothing else."""

    def search(self, cell: str, /) -> bool:
        return position(cell, "yes") in (0, 1)
