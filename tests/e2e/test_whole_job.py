"""The whole job of a coordinator, from the welcome to undoing everything, in a real browser."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from dashboard.database import reading
from models import Action
from tests.e2e.conftest import Server, rest
from tests.e2e.coordinator import (
    ask_to_undo,
    choose,
    headline,
    newest_action,
    open_view,
    press,
    undo,
    upload,
    write_date,
    write_in_row,
)
from tests.tables import rows

pytestmark = pytest.mark.browser

TODAY = date.today()
COHORT_STARTS = TODAY - timedelta(days=60)
PAIRED_ON = TODAY - timedelta(days=49)

ROSTER = [
    "Zeitstempel;Vorname;Nachname;E-Mail-Adresse;Rolle;Max. Mentees;Skills;Standort;Notiz",
    "2026-01-05;Ines;Abreu;ines@example.org;Mentor;2;SQL, negotiation;Porto;früh",
    "2026-01-05;Omar;Bey;omar@example.org;Mentor;1;leadership;Lyon;",
    "2026-01-06;Wei;Chen;wei@example.org;Mentee;;SQL;Porto;",
    "2026-01-06;Zoë;Díaz;zoe@example.org;Mentee;;leadership;Lyon;",
    "2026-01-06;Ayo;Eze;ayo(at)example.org;Mentee;;negotiation;Porto;",
    "2026-01-06;Kim;Fast;kim@example.org;Mentor;many;SQL;Oslo;",
    ";;;;;;;;",
]


def test_a_coordinator_runs_a_program_and_takes_it_all_back(page: Page, server: Server, tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_bytes("\r\n".join(["", *ROSTER]).replace("\r\n", "\ufeff", 1).encode())

    page.goto(server.url)
    set_up_the_cohort(page)
    before_import = rows()
    upload_the_roster(page, roster)
    after_import = rows()
    imported = newest_action()
    assert [row["name"] for row in after_import["person"]] == [
        "Ines Abreu",
        "Omar Bey",
        "Wei Chen",
        "Zoë Díaz",
        "Ayo Eze",
    ]

    pair_three_mentees(page)
    log_the_meetings(page)
    record_the_check_ins(page)
    look_at_the_overview(page)

    refuse_to_undo(page, server, imported)
    for action_id in range(newest_action(), imported, -1):
        undo(page, server, action_id)
    undo(page, server, imported)
    assert rows() == before_import
    undo(page, server, newest_action())
    assert rows() == after_import
    assert newest_summary() == "Brought back: Uploaded roster.csv into Spring: added 5 people"


def set_up_the_cohort(page: Page) -> None:
    expect(page.get_by_role("heading", name="Welcome to Mentorboard")).to_be_visible()
    page.get_by_role("link", name="Choose a file").click()
    expect(page.get_by_role("heading", name="Name your first cohort")).to_be_visible()
    rest(page)
    page.get_by_label("Name", exact=True).fill("Spring")
    write_date(page, "Starts on", COHORT_STARTS)
    press(page, "Set up the cohort")
    expect(page).to_have_url(re.compile("cohort=1"))


def upload_the_roster(page: Page, roster) -> None:
    upload(page, roster)
    expect(page.get_by_text("UTF-8 with a mark (Excel), semicolon, header in row 1")).to_be_visible()
    expect(page.get_by_text("In trouble 2")).to_be_visible()
    write_in_row(page, 6, "E-Mail-Adresse", "ayo@example.org")
    expect(page.get_by_text("In trouble 1")).to_be_visible()
    press(page, "Add 5 people")
    expect(page.get_by_text("Done: added 5 people")).to_be_visible()


def pair_three_mentees(page: Page) -> None:
    page.get_by_role("link", name="Pair them").click()
    expect(page.get_by_role("heading", name="Pairings")).to_be_visible()
    for mentee, mentor in (("Ayo Eze", "Ines Abreu"), ("Wei Chen", "Ines Abreu"), ("Zoë Díaz", "Omar Bey")):
        rest(page)
        page.get_by_role("radiogroup").get_by_text(mentee).click()
        rest(page)
        write_date(page, "The pairing starts on", PAIRED_ON)
        press(page, "Pair")  # the first is the best: the one who offers what is sought
        expect(page.get_by_text(f"Paired {mentee} with {mentor}")).to_be_visible()
    assert [(row["status"], row["started_on"]) for row in rows()["pairing"]] == [("active", PAIRED_ON)] * 3


def log_the_meetings(page: Page) -> None:
    """Three of Ayo's, one of Wei's and one that Wei missed; none of Zoë's."""
    open_view(page, "Meetings")
    for number, (mentee, missed) in enumerate([("Ayo", 0), ("Ayo", 0), ("Ayo", 0), ("Wei", 0), ("Wei", 1)]):
        page.get_by_text(re.compile(f"^{mentee} .* with")).first.click()
        rest(page)
        write_date(page, "Day", PAIRED_ON + timedelta(days=7 * (number + 1)))
        if missed:
            page.get_by_text("It was missed").click()
            rest(page)
        page.get_by_role("button", name="Log meeting").click()
        expect(
            page.get_by_text(re.compile(f"Logged a (missed )?meeting of {mentee}.*{PAIRED_ON.year}"))
        ).to_be_visible()
        rest(page)
    assert [row["missed"] for row in rows()["meeting"]] == [False] * 4 + [True]


def record_the_check_ins(page: Page) -> None:
    """Confidence rises from 2 to 4 and from 3 to 4; the relationship is rated 5 and 4."""
    open_view(page, "Feedback")
    for mentee, wave, confidence, relationship in (
        ("Ayo", "Baseline", 2, None),
        ("Wei", "Baseline", 3, None),
        ("Ayo", "Midpoint", 4, 5),
        ("Wei", "Midpoint", 4, 4),
    ):
        page.get_by_text(re.compile(f"^{mentee} .* with")).first.click()
        rest(page)
        choose(page, "Check-in", wave)
        choose(page, "How confident", str(confidence))
        if relationship:
            choose(page, "How well", str(relationship))
        page.get_by_role("button", name="Record check-in").click()
        expect(page.get_by_text(re.compile(f"Recorded the {wave.lower()} check-in of {mentee}"))).to_be_visible()
        rest(page)


def look_at_the_overview(page: Page) -> None:
    """Every number as it comes out by hand."""
    open_view(page, "Overview")
    assert headline(page, "Mentees paired now") == "100 %"  # 3 of 3
    assert headline(page, "Active pairings") == "3"
    assert headline(page, "Meetings on pace") == "44 %"  # 4 held; two a month make 3 in 49 days, for each of 3: 9
    assert headline(page, "Relationship") == "4.5"  # 5 and 4
    assert headline(page, "Confidence growth") == "+1.5"  # 2 and 1
    assert (
        headline(page, "Check-ins answered") == "20 %"
    )  # 2 of 6 baselines; of the 4 who met, none about the first meeting: 2 of 10
    assert headline(page, "Mentor places used") == "100 %"  # 2 of Ines's, 1 of Omar's
    assert headline(page, "Would mentor again") == "No data"
    expect(page.get_by_text("Nothing recorded in the 49 days since the start")).to_be_visible()


def refuse_to_undo(page: Page, server: Server, action_id: int) -> None:
    before = rows()
    expect(ask_to_undo(page, server, action_id)).to_be_disabled()
    expect(
        page.get_by_text(
            re.compile("can't be undone yet: “Recorded the midpoint check-in of Wei Chen”.* and 4 more came later")
        )
    ).to_be_visible()
    assert rows() == before


def newest_summary() -> str:
    with reading() as session:
        return session.get_one(Action, newest_action()).summary
