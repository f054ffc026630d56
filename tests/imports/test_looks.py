"""What a column looks like is asked once of each different cell, whatever the kinds and fields that want to know."""

from collections import Counter

from dashboard.imports.kinds import KINDS, likeliest
from dashboard.imports.looks import Looks
from tests.imports.rosters import read


class Counting:
    """Cells that are numbers; and which were looked at."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    def search(self, cell: str, /) -> bool:
        self.asked[cell] += 1
        return cell.isdecimal()


def test_a_pattern_is_asked_once_of_equal_cells():
    numbers, looks = Counting(), Looks([" 1", "1 ", "2", "x", "x", "x", "n/a", ""])
    assert looks.share(numbers) == looks.share(numbers) == 3 / 6
    assert numbers.asked == {"1": 1, "2": 1, "x": 1}


def test_equal_cells_count_as_often_as_they_stand_there():
    looks = Looks(["1", "1", "2", "x", ""])
    assert looks.held(Counting(), once=False) == 3 / 5
    assert looks.held(Counting(), once=True) == 2 / 5


def test_cells_count_up_only_in_order_and_each_once():
    assert Looks(["1", "2", "3"]).count_up()
    assert not any(Looks(cells).count_up() for cells in (["1", "1", "2"], ["2", "1"], ["1", "2", "2"], ["1"]))


def test_all_kinds_of_file_look_at_the_same_cells():
    table = read("Name,Thing\nAna Ruiz,x\n")
    looks = table.looks(1)
    assert likeliest("roster.csv", table) in KINDS
    assert table.looks(1) is looks
