"""What stands in the URL: a name of it means one kind of widget, since one page's value may reach the next one's."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_name_in_the_url_belongs_to_one_kind_of_widget() -> None:
    kinds = defaultdict(set)
    for path in [*(ROOT / "dashboard" / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                said = {word.arg: word.value for word in call.keywords}
                key = said.get("key")
                if "bind" in said and isinstance(key, ast.Constant):
                    kinds[key.value].add(call.func.attr)
    assert kinds["from"] == {"date_input"}
    assert {key: found for key, found in kinds.items() if len(found) > 1} == {}
