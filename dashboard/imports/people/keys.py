"""By what somebody is found once the file is in: the name and the address that one row of theirs gives, or those that
are known. What is known stays where a row says it, too."""

from collections.abc import Iterable, Sequence

from dashboard.imports.people.choices import KEEP, LATEST, RENAMED, REUSED
from dashboard.imports.people.contradictions import in_words, is_same
from dashboard.imports.people.everybody import loose_name
from dashboard.imports.people.facts import Reader
from dashboard.imports.people.identity import Ask, is_alike
from dashboard.imports.people.someone import Given
from dashboard.imports.people.telling import Telling
from dashboard.imports.people.units import Unit
from dashboard.imports.review import Line

Said = dict[str, Given]
"""The name and the address that are to be, each with the row that gives it; what stays as it is, is left out."""


STAYS = "The name and the address stay as they are known: other rows of this file say the new ones of somebody else."


class Keys:
    """Settles for each person what becomes of their name and address."""

    def __init__(self, units: Iterable[Unit], reader: Reader, lines: Sequence[Line], ask: Ask) -> None:
        self._reader, self._lines, self._ask = reader, lines, ask
        self._whole: dict[tuple[str, str], list[Unit]] = {}
        for unit in units:
            if unit.is_whole and not unit.external_id:
                ((key,), (loose,)) = unit.emails, unit.names
                self._whole.setdefault((key, loose), []).append(unit)

    def settle(self, telling: Telling) -> Said:
        """What the rows that go in say, as far as it counts."""
        rows = sorted(telling.told)
        latest = self._latest(telling, rows)
        if self._is_reused(telling, rows):
            return {}
        said = self._without_known(telling, self._said(telling, rows), rows)
        if latest is not None and not telling.group.keeps:
            said |= self._given([latest])
        return self.free(telling, said)

    def free(self, telling: Telling, said: Said) -> Said:
        """What was settled, or nothing where somebody else goes by it; a remark tells so."""
        if self._is_free(telling, said):
            return said
        self._lines[min(row for _, row in said.values())].remarks += (STAYS,)
        return {}

    def _is_free(self, telling: Telling, said: Said) -> bool:
        """Whether nobody else in the file goes by what this person would go by then, half of it from the program."""
        stored, group = telling.someone.stored, telling.group
        if group.place is None or not said:
            return True
        email = said["email"][0] if "email" in said else stored["email"]
        name = said["name"][0] if "name" in said else stored["name"]
        whole = (email.casefold() if email else "", loose_name(name))
        others = [unit for unit in self._whole.get(whole, ()) if unit.group is not group]
        own = any(unit.external_id and whole[0] in unit.emails and whole[1] in unit.names for unit in group.units)
        return own or not others

    def _said(self, telling: Telling, rows: Sequence[int]) -> Said:
        """The name and the address of one row, if need be filled up from the others: the first that has what is known,
        else the first that has both. With an ID they may come from two rows, each from the first that has one."""
        stored, group = telling.someone.stored, telling.group
        email, name = stored.get("email"), stored.get("name")
        if email and email.casefold() in group.emails:
            best = [row for row in rows if is_same("email", self._reader.emails[row], email)]
        elif any(unit.external_id for unit in group.units):
            best = []
        elif name and loose_name(name) in group.names:
            best = [row for row in rows if self._is_called(row, name)]
        else:
            best = [row for row in rows if self._is_whole(row)]
        return {**self._given(rows), **self._given(best)}

    def _without_known(self, telling: Telling, said: Said, rows: Sequence[int]) -> Said:
        """What is known stays where a row says it; a name in the first of its spellings here, if not in its own."""
        stored, group = telling.someone.stored, telling.group
        if stored.get("email") and stored["email"].casefold() in group.emails:
            said.pop("email", None)
        if stored.get("name") and loose_name(stored["name"]) in group.names:
            said.pop("name", None)
            so = [(str(self._reader.names[row]), row) for row in rows if self._is_called(row, stored["name"])]
            if so and stored["name"] not in [name for name, _ in so]:
                said["name"] = so[0]
        return said

    def _given(self, rows: Iterable[int]) -> Said:
        """The first name and the first address of these rows."""
        said: Said = {}
        for row in rows:
            for key, value in (("name", self._reader.names[row]), ("email", self._reader.emails[row])):
                if value is not None:
                    said.setdefault(key, (value, row))
            if len(said) == 2:
                break
        return said

    def _is_called(self, row: int, name: str) -> bool:
        return is_same("name", self._reader.names[row] or "", name)

    def _is_whole(self, row: int) -> bool:
        return bool(self._reader.names[row] and self._reader.emails[row])

    def _latest(self, telling: Telling, rows: Sequence[int]) -> int | None:
        """The last row whose name and address count instead of those before, because somebody says so."""
        latest, given, has_id = None, dict[str, Given](), self._reader.own("external_id")
        several = max(len(telling.group.emails), len(telling.group.names)) > 1
        for row in (row for row in rows if several and (has_id[row] or self._is_whole(row))):
            for key, value in (("name", self._reader.names[row]), ("email", self._reader.emails[row])):
                before = given.setdefault(key, (value, row)) if value else (value, row)
                if value and not is_same(key, before[0], value):
                    told = in_words((key, *before, value), self._lines)
                    if self._ask(row, RENAMED, told) == LATEST:
                        latest, given[key] = row, (value, row)
        return latest

    def _is_reused(self, telling: Telling, rows: Sequence[int]) -> bool:
        """Whether a known ID comes with another name and another address, and both stay as they are known."""
        stored, group = telling.someone.stored, telling.group
        if not (group.is_known_by_id and stored["email"] and group.emails and group.names and rows):
            return False
        loose = loose_name(stored["name"])
        if stored["email"].casefold() in group.emails or any(is_alike(loose, name) for name in group.names):
            return False
        told = f"{stored['external_id']} is the ID of {stored['name']}, {stored['email']}."
        row = next((row for row in rows if self._is_whole(row)), rows[0])
        return self._ask(row, REUSED, told) == KEEP
