"""Files of every kind through a real browser: mended, applied, sent back with the errors, sent in again, taken back."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.database import writing
from tests.e2e.conftest import Server, rest
from tests.e2e.coordinator import ask_to_undo, newest_action, press, undo, upload, write_in_row
from tests.factories import make_cohort
from tests.tables import rows

pytestmark = pytest.mark.browser

TODAY = date.today()
STARTS_ON = TODAY - timedelta(days=60)
PAIRED_ON = TODAY - timedelta(days=49)

PEOPLE = """Name,Email,Role,Capacity
Ines Abreu,ines@example.org,Mentor,2
Wei Chen,wei(at)example.org,Mentee,
Zoë Díaz,zoe@example.org,Sponsor,
Omar Bey,omar@example.org,Mentor,many
"""


@pytest.fixture
def cohort_id(server: Server) -> int:
    with writing("Ana", "Set up Spring") as session:
        return make_cohort(session, "Spring", starts_on=STARTS_ON, ends_on=TODAY + timedelta(days=120))


def test_files_go_in_come_back_and_are_taken_back(page: Page, server: Server, cohort_id: int, tmp_path: Path):
    before = rows()
    errors = upload_people(page, server, tmp_path)
    first = newest_action()
    assert names() == ["Ines Abreu", "Wei Chen", "Zoë Díaz"]

    send_in_again(page, server, errors)
    assert names() == ["Ines Abreu", "Wei Chen", "Zoë Díaz", "Omar Bey"]
    second = newest_action()

    upload_pairs(page, server, tmp_path)
    assert [(row["status"], row["started_on"]) for row in rows()["pairing"]] == [("active", PAIRED_ON)] * 2

    upload_answers(page, server, tmp_path)
    assert [(row["wave"], row["confidence"], row["comment"]) for row in rows()["check_in"]] == [
        ("midpoint", 5, "What went well? We sail through every plan, week after week."),
        ("midpoint", 2, None),
    ]

    take_back_the_first(page, server, first)
    assert names() == ["Omar Bey"]
    undo(page, server, second)
    assert rows() == before


def upload_people(page: Page, server: Server, tmp_path: Path) -> Path:
    """Two cells are mended in the review; the third row stays out, and comes back as a file."""
    go_in(page, server, tmp_path / "people.csv", PEOPLE)
    expect(page.get_by_text("In trouble 3")).to_be_visible()
    write_in_row(page, 3, "Email", "wei@example.org")
    expect(page.get_by_text("In trouble 2")).to_be_visible()
    write_in_row(page, 4, "Role", "Mentee")
    expect(page.get_by_text("In trouble 1")).to_be_visible()
    press(page, "Add 3 people")
    expect(page.get_by_text("Done: added 3 people")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("The 1 row in trouble")).click()
    returned = tmp_path / download.value.suggested_filename
    download.value.save_as(returned)
    header, row, _ = returned.read_text("utf-8").split("\n")
    assert (header, row[:37]) == ("Name,Email,Role,Capacity,Errors", "Omar Bey,omar@example.org,Mentor,many")
    return returned


def send_in_again(page: Page, server: Server, errors: Path) -> None:
    """The file with the errors is corrected where it says so."""
    go_in(page, server, errors, errors.read_text("utf-8").replace(",many,", ",1,"))
    press(page, "Add 1 person")
    expect(page.get_by_text("Done: added 1 person")).to_be_visible()


def upload_pairs(page: Page, server: Server, tmp_path: Path) -> None:
    content = f"Mentor Email Address,Mentee Email Address,Matched on\nines@example.org,wei@example.org,{PAIRED_ON}\n"
    go_in(page, server, tmp_path / "pairs.csv", f"{content}ines@example.org,zoe@example.org,{PAIRED_ON}\n")
    press(page, "Add 2 pairings")
    expect(page.get_by_text("Done: added 2 pairings")).to_be_visible()


def upload_answers(page: Page, server: Server, tmp_path: Path) -> None:
    """A form export as it comes: questions as headers, moments as dates, and a scale of another length."""
    header = "Timestamp,Email Address,Survey wave,How confident are you? (1-9),What went well?"
    rows = [
        f'{TODAY} 08:07:00,wei@example.org,Midpoint,9,"We sail through every plan, week after week."',
        f"{TODAY} 09:15:00,zoe@example.org,Midpoint,3,",
    ]
    go_in(page, server, tmp_path / "answers.csv", "\n".join([header, *rows]))
    press(page, "Add 2 check-ins")
    expect(page.get_by_text("Done: added 2 check-ins")).to_be_visible()


def take_back_the_first(page: Page, server: Server, first: int) -> None:
    """What builds on it stands in the way, and is taken back before it; what has nothing to do with it stays."""
    expect(ask_to_undo(page, server, first)).to_be_disabled()
    answers = newest_action()
    expect(page.get_by_text(re.compile("can't be undone yet: “Uploaded (answers|pairs).csv"))).to_be_visible()
    undo(page, server, answers)
    undo(page, server, answers - 1)
    undo(page, server, first)


def go_in(page: Page, server: Server, file: Path, content: str) -> None:
    file.write_text(content, "utf-8")
    page.goto(f"{server.url}/upload?cohort=1")
    expect(page.get_by_role("heading", name="Upload", exact=True)).to_be_visible()
    rest(page)
    upload(page, file)


def names() -> list[str]:
    return [row["name"] for row in rows()["person"]]
