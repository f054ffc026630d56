"""What the rows of a file of pairs can leave open about who is meant, and what can be decided about a row in trouble.

Such a file speaks of people who are there, and writes nothing about them. So somebody known by name under another
address is usually the one who is known: a second person would be made each time somebody writes from another mailbox,
and would not be noticed. An address with a name of its own is usually another person: two who share a mailbox are two.
"""

from dashboard.imports.people.choices import SAME
from dashboard.imports.review import Matter

ADD, NEW, OUT, COUNTS = "add", "new", "out", "counts"
"""Whoever is meant joins the cohort; somebody new does; the row stays out; it counts where an earlier one differs."""

NAMESAKE = Matter(
    "namesake",
    "The same name, another address or ID",
    {SAME: "One person: the one who is known", NEW: "Two people of the same name: add the other one"},
    SAME,
)
SHARED = Matter(
    "shared",
    "The same address, another name",
    {NEW: "Two people who share the address", SAME: "One person: the one who is known"},
    NEW,
)
AT_ODDS = Matter(
    "at_odds",
    "An ID and an address that do not agree",
    {SAME: "The one who is known", OUT: "Somebody else: leave the row out"},
    SAME,
)
DECISIONS = {
    ADD: "Add them to the cohort",
    NEW: "Somebody new: add them",
    COUNTS: "One pairing: this row counts",
}
