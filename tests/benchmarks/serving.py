"""A script on a server of its own, and a browser in front of it, for as long as a benchmark looks at them."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.conftest import CHROMIUM, FLAGS
from tests.visits import HOME


@contextmanager
def a_browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(script: Path, database: Path | None = None) -> Iterator[str]:
    """A server that is starting: several can at once, and ``ready`` waits for it."""
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
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def ready(url: str) -> str:
    """The address of a server, once it answers there."""
    for _ in range(300):
        try:
            with urlopen(f"{url}/_stcore/health", timeout=5):
                return url
        except (URLError, ConnectionError):
            sleep(0.1)
    raise RuntimeError(f"The server at {url} did not start.")
