"""The README speaks of what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


def test_every_picture_and_link_leads_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", README)

    assert targets
    assert [target for target in targets if "://" not in target and not (ROOT / target).exists()] == []


@pytest.mark.parametrize("place", sorted(set(re.findall(r"`((?:dashboard|models|pages|tests)/[\w/.]*)`", README))))
def test_every_place_on_the_map_exists(place):
    assert (ROOT / place).exists()


def test_every_room_of_the_source_is_on_the_map():
    rooms = {f"dashboard/{path.name}/" for path in (ROOT / "dashboard").iterdir() if (path / "__init__.py").exists()}

    assert sorted(room for room in rooms if f"`{room}`" not in README) == []
