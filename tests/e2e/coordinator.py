"""What a coordinator's hands do, in the words of the screen."""

import re
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from sqlmodel import col, select

from dashboard.database import reading
from models import Action
from tests.e2e.conftest import Server, rest


def open_view(page: Page, name: str) -> None:
    """Choose a view in the navigation."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    rest(page)


def press(page: Page, label: str) -> None:
    """Press the first button of this label, with or without an icon, and wait for what it does."""
    page.get_by_role("button", name=re.compile(rf"(^|\s){re.escape(label)}$")).first.click()
    rest(page)


def choose(page: Page, question: str, answer: str) -> None:
    """Choose one answer of a row of answers."""
    row = page.get_by_test_id("stButtonGroup").filter(has_text=question)
    row.get_by_text(answer, exact=True).click()
    rest(page)


def write_date(page: Page, label: str, day: date) -> None:
    """Write a date as a person does: year, month and day, one after the other."""
    field = page.get_by_role("group", name=label)
    field.get_by_role("spinbutton", name="year,").focus()
    page.keyboard.type(f"{day:%Y%m%d}", delay=40)
    page.keyboard.press("Escape")  # the calendar, should it have opened
    expect(field.get_by_role("spinbutton", name="day, ")).to_have_text(f"{day:%d}")
    rest(page)


def upload(page: Page, file: Path) -> None:
    """Drop a file."""
    page.set_input_files("input[type=file]", file)
    expect(page.get_by_text(f"{file.name}:")).to_be_visible()
    rest(page)


def write_in_row(page: Page, row: int, column: str, text: str) -> None:
    """Write into a cell of a row in trouble, by keyboard; ``row`` is the number that the spreadsheet shows."""
    page.locator(f".st-key-upload-row-{row}").get_by_label(column, exact=True).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    rest(page)
    expect(page.locator("input:focus")).to_have_value(text)  # whoever goes on with the keyboard goes on from here


def headline(page: Page, label: str) -> str:
    """The headline number under a label of the Overview."""
    return page.get_by_test_id("stMetric").filter(has_text=label).get_by_test_id("stMetricValue").inner_text()


def undo(page: Page, server: Server, action_id: int) -> None:
    ask_to_undo(page, server, action_id).click()
    expect(page.get_by_role("button", name="Undo this action")).to_be_hidden()
    rest(page)
    assert newest_action() > action_id


def ask_to_undo(page: Page, server: Server, action_id: int) -> Locator:
    """Open the action in the history; the button that takes it back."""
    page.goto(f"{server.url}/history?cohort=1&action={action_id}")
    button = page.get_by_role("button", name="Undo this action")
    expect(button).to_be_visible()
    rest(page)
    return button


def newest_action() -> int:
    with reading() as session:
        return session.exec(select(Action.id).order_by(col(Action.id).desc())).first()
