"""A real server with a database of its own, and a real browser in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000
AT_REST = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"], [data-stale="true"]');
}"""

expect.set_options(timeout=PATIENCE)


@dataclass
class Server:
    """A running app; ``url`` is its address, ``database`` the address of its data."""

    url: str
    database: str
    process: subprocess.Popen

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


def start(database: str, folder: Path, *, root: Path = ROOT, options: tuple[str, ...] = ()) -> Server:
    """Start the app as the README does, on a free port, and wait until it is healthy; its log is in ``folder``."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "Home.py", "--server.port", str(port), *options],
            cwd=root,
            env={**os.environ, "MENTORBOARD_DATABASE_URL": database},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", database, process)
    for _ in range(300):
        try:
            with urlopen(f"{server.url}/_stcore/health", timeout=5):
                return server
        except (URLError, ConnectionError):
            time.sleep(0.1)
    process.kill()
    raise AssertionError("The server did not start: " + (folder / "server.log").read_text())


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The app on an empty SQLite file, which the test may open through the doors too."""
    url = f"sqlite:///{tmp_path / 'mentorboard.db'}"
    monkeypatch.setenv("MENTORBOARD_DATABASE_URL", url)
    running = start(url, tmp_path)
    yield running
    running.stop()
    from dashboard.opening import close

    close()
    assert "Traceback" not in (tmp_path / "server.log").read_text()


def need_chromium() -> None:
    """Without a browser the test is skipped at home and fails in CI."""
    if not Path(CHROMIUM).exists():
        message = "needs Chromium: install it (Debian: apt-get install chromium) or name it in CHROMIUM"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one the test is skipped at home and fails in CI."""
    need_chromium()
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a new visitor at a desk, who has chosen less motion."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", accept_downloads=True
    )
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    yield tab
    context.close()


def rest(page: Page) -> None:
    """Wait until the script has come to its end and the screen shows what it said."""
    page.wait_for_function(AT_REST)
    page.wait_for_timeout(150)
    page.wait_for_function(AT_REST)
    assert page.locator('[data-testid="stException"]').count() == 0
