"""What a large file of people costs on its way in: reading and comparing it, and writing it with its history."""

import csv
import io
import random
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time

from sqlmodel import Session

from dashboard import opening
from dashboard.database import reading, writing
from dashboard.imports.collecting import uncollected
from dashboard.imports.mapping import map_columns
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.review import review_people
from dashboard.imports.recognizing import is_known_name
from dashboard.imports.review import Review
from dashboard.imports.tables import Table, read_table
from dashboard.queries.imports import program as stored_program
from dashboard.services.imports.applying import Source, apply_review
from models import ActionKind
from tests.benchmarks.data import TODAY, Rows, all_rows, copy, opened, program, write_rows
from tests.benchmarks.registry import Benchmark, Reading, Setting, declare, interleaved
from tests.factories import make_cohort

HEADER = ("Employee ID", "Name", "Email", "Role", "Max mentees", "Skills", "Job title", "Department", "City")
WRITTEN = ("person", "skill", "participant", "participant_skill")
SKILLS, TITLES, DEPARTMENTS, CITIES = 200, 300, 40, 120


def measure_review(setting: Setting) -> Reading:
    """From the bytes of the file to its change list, for a cohort that nobody is in yet."""
    file, data, rows = prepared(setting)
    with opened(copy(file, "imports-review.db")):
        cohort_id = 1
        reviewing = partial(_spent, lambda: reviewed(data, cohort_id))
        found = interleaved(setting.few_rounds, reviewing, partial(floor_of, file, data, rows), _note(setting, data))
        opening.close()
    return found


def measure_apply(setting: Setting) -> Reading:
    """Applying that change list, the history of every row included, until it is on the disk."""
    file, data, rows = prepared(setting)
    return interleaved(
        setting.few_rounds, partial(_applied, file, data), partial(floor_of, file, data, rows), _note(setting, data)
    )


def roster(people: int) -> bytes:
    """A file of so many people with three skills each, the same every time."""
    chance, text = random.Random(1), io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    for number in range(people):
        skills = "; ".join(f"Skill {one}" for one in chance.sample(range(SKILLS), 3))
        role, places = ("mentor", str(chance.randint(1, 4))) if number % 3 == 0 else ("mentee", "")
        name, email = f"Given{number % 997} Family{number}", f"given.family{number}@example.org"
        title, department = f"Title {chance.randrange(TITLES)}", f"Department {chance.randrange(DEPARTMENTS)}"
        place = f"City {chance.randrange(CITIES)}"
        writer.writerow((f"{number:06d}", name, email, role, places, skills, title, department, place))
    return text.getvalue().encode()


def reviewed(data: bytes, cohort_id: int) -> tuple[Table, Review]:
    """The table and the change list of a file, against the data that the doors open to."""
    table = read_table(data, is_known=lambda header: is_known_name(header, PEOPLE))
    columns = map_columns(table, PEOPLE)
    with reading() as session:
        stored = stored_program(session, cohort_id=cohort_id)
    return table, review_people(table, columns, stored, today=TODAY)


def prepared(setting: Setting) -> tuple[Path, bytes, Rows]:
    """A program with an empty cohort, the file, and the rows that it comes to in the end."""
    file, data = setting.folder / "imports.db", roster(setting.import_people)
    if not file.exists():
        copy(program(setting, 0), file.name)
        with opened(file):
            with writing("Benchmark", "Set up") as session:
                make_cohort(session, "Spring")
            opening.close()
    return file, data, _final_rows(file, data)


def _final_rows(file: Path, data: bytes) -> Rows:
    full = file.with_name("imports-full.db")
    if not full.exists():
        _applied(file, data, name=full.name)
    rows = all_rows(full)
    return {name: rows[name] for name in WRITTEN}


def _applied(file: Path, data: bytes, name: str = "imports-apply.db") -> float:
    with opened(copy(file, name)):
        table, review = reviewed(data, 1)
        source = Source("roster.csv", table.sha256, PEOPLE.key, {})

        def apply(session: Session) -> None:
            apply_review(
                session,
                review=review,
                again=lambda stored: review,
                cohort_id=1,
                source=source,
                joined_on=date(2026, 1, 5),
            )

        taken = _spent(lambda: _written(apply))
        opening.close()
    return taken


def _written(service: Callable[[Session], None]) -> None:
    with uncollected(), writing("Benchmark", "Uploaded", kind=ActionKind.IMPORT) as session:
        service(session)


def floor_of(file: Path, data: bytes, rows: Rows) -> float:
    target = copy(file, "imports-floor.db")
    with uncollected():
        read = _spent(lambda: list(csv.reader(io.StringIO(data.decode(), newline=""))))
        return read + write_rows(target, rows, process_time)


def _spent(work: Callable[[], object]) -> float:
    """Processor time: a busy machine does not show, and neither does how long its disk takes to say that it is done."""
    begun = process_time()
    work()
    return process_time() - begun


def _note(setting: Setting, data: bytes) -> str:
    return f"{setting.import_people:,} people, {len(data) / 1e6:.1f} MB"


FLOOR = "Python's csv reading the file and sqlite3.executemany of the final rows without history, in one transaction"
declare(
    Benchmark(
        name="imports.review",
        what="from a file of 50,000 people with three skills each to its change list, or from that into the program",
        unit="s",
        floor=FLOOR,
        aim=2,
        measure=measure_review,
    )
)
declare(
    Benchmark(
        name="imports.apply",
        what="putting a change list of 50,000 people with three skills each into the program, with its history",
        unit="s",
        floor=FLOOR,
        aim=3,
        measure=measure_apply,
    )
)
