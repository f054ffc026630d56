"""The settings that the app's safety, privacy and speed rest on."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config

FILE = Path(__file__).parent.parent.parent / ".streamlit" / "config.toml"
TOLD = tomllib.loads(FILE.read_text())


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color):
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("server.address", "127.0.0.1"),
        ("browser.gatherUsageStats", False),
        ("runner.magicEnabled", False),
        ("runner.postScriptGC", False),
        ("client.showErrorLinks", False),
        ("client.toolbarMode", "minimal"),
        ("server.maxUploadSize", 25),
        ("server.fileWatcherType", "none"),
    ],
)
def test_a_setting_holds(option, value):
    assert st.get_option(option) == value


def test_the_hidden_option_that_speed_rests_on_still_exists():
    option = config._config_options_template["runner.postScriptGC"]

    assert (option.default_val, option.type) == (True, bool)


def test_every_setting_is_known_to_the_framework():
    known = set(config._config_options_template)
    told = {f"{section}.{name}" for section, names in TOLD.items() if section != "theme" for name in names}

    assert told - known == set()


def test_every_line_has_its_reason():
    lines = FILE.read_text().split("[theme.light]")[0].splitlines()
    settings = [(before, line) for before, line in pairwise(lines) if "=" in line.split("#")[0]]
    bare = [line for before, line in settings if not before.startswith("#") and "heading" not in line]

    assert [line for line in bare if "metric" not in line and "buttonRadius" not in line] == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_words_read_well_in_both_modes(mode):
    theme = TOLD["theme"][mode]
    page, fields = theme["backgroundColor"], theme["secondaryBackgroundColor"]

    assert contrast(theme["textColor"], page) > 7
    assert contrast(theme["textColor"], fields) > 7
    assert contrast(theme["linkColor"], page) > 4.5
    assert contrast("#ffffff", theme["primaryColor"]) > 4.5, "the words of a primary button are white"
    assert contrast(theme["primaryColor"], page) > 3, "what is not a word needs 3:1"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_colors_of_charts_stand_out_from_the_page(mode):
    theme = TOLD["theme"][mode]

    assert [color for color in theme["chartCategoricalColors"] if contrast(color, theme["backgroundColor"]) < 3] == []
    assert len(theme["chartSequentialColors"]) == 10


def test_nothing_is_loaded_from_another_host():
    text = FILE.read_text() + (FILE.parent.parent / "dashboard/ui/style.css").read_text()

    assert "http" not in text
    assert "@import" not in text
