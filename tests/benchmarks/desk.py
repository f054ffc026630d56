"""How long a coordinator at the pairing desk waits for a click, in a real browser, until the answer is painted."""

import os
import re
import socket
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.crowd import crowd
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare
from tests.e2e.conftest import AT_REST, CHROMIUM, FLAGS
from tests.visits import HOME

SIDE, LARGE = 300, 2_000
PATIENCE = 120_000
EMPTY = """import streamlit as st

st.session_state["times"] = st.session_state.get("times", 0) + 1
st.button("Again")
st.write(st.session_state["times"])
"""
# From the click itself until the script has come to its end and the browser has painted what it said.
CLICKED = f"""async target => {{
  const rest = {AT_REST}, frame = () => new Promise(requestAnimationFrame);
  const app = document.querySelector('[data-testid="stApp"]');
  let heard = false;
  new MutationObserver(() => {{ heard = true; }}).observe(app, {{subtree: true, childList: true, characterData: true}});
  const begun = performance.now();
  target.click();
  while (!heard || app.dataset.testScriptState !== 'notRunning') await frame();
  while (!rest()) await frame();
  await frame(); await frame();
  return performance.now() - begun;
}}"""


def measure_desk(setting: Setting) -> Reading:
    """A choice of another mentee against the rerun of an empty page, in one browser; a larger cohort as a note."""
    empty = setting.folder / "empty.py"
    empty.write_text(EMPTY)
    small = min(SIDE, setting.people // 20)
    with _browser() as browser, _served(HOME, crowd(setting, small)) as desk, _served(empty) as nothing:
        at_desk, at_nothing = _tab(browser, f"{desk}/pairings"), _tab(browser, nothing)
        values, floors = [], []
        for turn in range(setting.few_rounds * 4):
            values.append(_choose(at_desk, turn))
            floors.append(_clicked(at_nothing, "button:has-text('Again')"))
        drafting = _draft(at_desk, setting.few_rounds)
    large = min(LARGE, setting.people // 10)
    with _browser() as browser, _served(HOME, crowd(setting, large)) as desk:
        page = _tab(browser, f"{desk}/pairings")
        crowded = statistics.median(_choose(page, turn) for turn in range(setting.few_rounds))
    note = f"at {small:,} x {small:,}; {drafting:,.0f} ms to draft a pair; {crowded:,.0f} ms at {large:,} x {large:,}"
    return Reading(statistics.median(values), statistics.median(floors), note)


def _choose(page: Page, turn: int) -> float:
    """Choose the next of those who wait, and insist that their candidates and what each would cost are there."""
    before = page.locator(".st-key-card-mentee strong").inner_text()
    taken = _clicked(page, f"[role=radiogroup] label >> nth={1 + turn % 8}")
    assert page.locator(".st-key-card-mentee strong").inner_text() != before
    rows = page.locator("[class*=st-key-candidate-]")
    costs = re.compile("best for all|costs |could ")
    assert rows.count() == rows.filter(has_text=costs).count() > 0
    return taken


def _draft(page: Page, times: int) -> float:
    """Start a plan, and draft the first candidate of whoever comes next until the next ones are painted."""
    page.click("button:has-text('Start a plan')")
    page.click("button:has-text('Start it')")
    page.wait_for_selector(".st-key-plan-bar")
    page.wait_for_function(AT_REST)
    taken = [_clicked(page, "[class*=st-key-candidate-] button >> nth=0") for _ in range(times)]
    assert f"{times} of" in page.locator(".st-key-plan-bar").inner_text()
    return statistics.median(taken)


def _clicked(page: Page, target: str) -> float:
    page.wait_for_timeout(150)  # whatever the last answer left to do
    return float(page.locator(target).first.evaluate(CLICKED))


def _tab(browser: Browser, url: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    page.wait_for_selector("button")
    page.wait_for_function(AT_REST)
    return page


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def _served(script: Path, database: Path | None = None) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(script),
            "--server.headless",
            "true",
            "--server.port",
            str(port),
        ],
        cwd=HOME.parent,
        env={**os.environ, "MENTORBOARD_DATABASE_URL": f"sqlite:///{database}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _ready(f"http://127.0.0.1:{port}")
    finally:
        process.kill()
        process.wait()


def _ready(url: str) -> str:
    for _ in range(300):
        try:
            with urlopen(f"{url}/_stcore/health", timeout=5):
                return url
        except (URLError, ConnectionError):
            sleep(0.1)
    raise RuntimeError(f"The server at {url} did not start.")


declare(
    Benchmark(
        name="desk",
        what="a click on another mentee until the candidates and their costs are painted; the aim is under 500 ms",
        unit="ms",
        floor="a rerun of an empty page in the same browser",
        aim=8,
        measure=measure_desk,
    )
)
