"""Everybody whom a file is about, found step by step: see ``identity``."""

from collections.abc import Sequence

from dashboard.imports.people.choices import NAMESAKE, NEARLY, SHARED
from dashboard.imports.people.claims import Claims
from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.identity import Ask
from dashboard.imports.people.in_file import InFile
from dashboard.imports.people.in_part import InPart
from dashboard.imports.people.in_program import InProgram
from dashboard.imports.people.units import Group, Unit


def find_everybody(units: Sequence[Unit], everybody: Everybody, ask: Ask) -> list[Group]:
    """The people whom these units are about, in the order of their first rows."""
    in_file = InFile(units, everybody, ask)
    claims = Claims(everybody, in_file.without_id)
    in_program = InProgram(everybody, claims, ask)
    in_program.find_by_id(in_file.with_id)
    for unit in in_file.with_id:
        in_program.find_the_same(unit)
    for unit in in_file.without_id:
        in_program.find_the_same(unit, spelled=True)
    in_file.join_the_same()
    for unit in in_file.without_id:
        in_program.find_the_same(unit)
    for matter in (NEARLY, SHARED, NAMESAKE):
        in_file.join_what_is_one(matter)
    for matter in (NEARLY, SHARED, NAMESAKE):
        in_program.find_what_is_one(matter, (*in_file.with_id, *in_file.without_id))
    in_part = InPart(everybody, claims, in_file)
    in_part.find_for_new_ids()
    in_part.find_by_email(unit for unit in units if not (unit.external_id or unit.names))
    in_part.find_by_name(unit for unit in units if not (unit.external_id or unit.emails))
    groups = {id(unit.group): unit.group for unit in units}
    return sorted(groups.values(), key=lambda group: min(unit.rows[0] for unit in group.units))
