"""How long it takes from starting the process until the server has drawn its first screen."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from tests.benchmarks.data import copy, program
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare, interleaved
from tests.visits import HOME

# What the app stands on, the web server that Streamlit starts included.
LIBRARIES = (
    "alembic.command",
    "altair",
    "email_validator",
    "numpy",
    "pandas",
    "platformdirs",
    "pydantic_settings",
    "rapidfuzz",
    "sqlmodel",
    "streamlit.web.cli",
    "streamlit.web.server",
    "uvicorn",
)
PATIENCE = 120


def measure_start(setting: Setting) -> Reading:
    """The app and its libraries, each in fresh processes, in turns."""
    file = copy(program(setting, 0), "start.db")
    _first_screen(file)  # the compiled files are written by whoever comes first
    return interleaved(setting.few_rounds, lambda: _first_screen(file), _imports)


def _imports() -> float:
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", f"import {', '.join(LIBRARIES)}"], check=True, cwd=HOME.parent)
    return perf_counter() - begun


def _first_screen(file: Path) -> float:
    begun = perf_counter()
    with _server(file) as port, _connected(port) as socket_:
        wish = BackMsg()
        wish.rerun_script.query_string = ""
        socket_.send(wish.SerializeToString())
        _wait_for_the_end(socket_)
        return perf_counter() - begun


@contextmanager
def _server(file: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.headless", "true", "--server.port", str(port)]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(HOME), *options],
        cwd=HOME.parent,
        env={**os.environ, "MENTORBOARD_DATABASE_URL": f"sqlite:///{file}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield port
    finally:
        process.kill()
        process.wait()


@contextmanager
def _connected(port: int) -> Iterator[ClientConnection]:
    address, until = f"ws://127.0.0.1:{port}/_stcore/stream", perf_counter() + PATIENCE
    while True:
        try:
            connection = connect(address, subprotocols=["streamlit"], max_size=None)  # type: ignore[list-item]
            break
        except (OSError, WebSocketException):
            if perf_counter() > until:
                raise
            sleep(0.005)
    with connection:
        yield connection


def _wait_for_the_end(connection: ClientConnection) -> None:
    """Take what the server draws until it says that the script has come to its end."""
    while True:
        message = ForwardMsg.FromString(connection.recv(timeout=PATIENCE))  # type: ignore[arg-type]
        if message.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(message.delta.new_element.exception.message)
        if message.WhichOneof("type") == "script_finished":
            return


declare(
    Benchmark(
        name="start",
        what="from the start of the process until the server has drawn the first screen",
        unit="s",
        floor="importing the same libraries alone in a fresh process",
        aim=2,
        measure=measure_start,
    )
)
