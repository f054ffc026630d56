"""Small parties of mentees and mentors: frames with dull defaults, and Hypothesis strategies for them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from dashboard.matching.facts import Facts, compare
from dashboard.matching.fit import Fit, Weights, fit_of
from dashboard.matching.words import Reasons, reasons

ON = date(2026, 6, 15)
SKILLS = ["SQL", "negotiation", "writing", "hiring", "budgets", "Rust", "speaking", "research"]
NOBODY = {"department": None, "location": None, "time_zone": None, "languages": None, "years_experience": None}
RULED = {"email_key": None, "manager_email": None, "status": "active", "capacity": 1, "taken": 0}
DTYPES = {
    "department": "str",
    "location": "str",
    "time_zone": "str",
    "languages": "str",
    "years_experience": "float",
    "email_key": "str",
    "manager_email": "str",
}


def people(*rows: dict[str, Any], first_id: int = 1) -> pd.DataFrame:
    whole = [
        {"id": first_id + at, "person_id": first_id + at, "name": f"Person {first_id + at}", **NOBODY, **RULED, **row}
        for at, row in enumerate(rows)
    ]
    return pd.DataFrame(whole).astype(DTYPES)


def skills(people: pd.DataFrame, named: Sequence[Sequence[str]]) -> pd.DataFrame:
    """``named``: the skills of each person, the most wanted first."""
    rows = [
        {"participant_id": person, "skill_id": SKILLS.index(name), "skill": name, "priority": priority}
        for person, names in zip(people["id"], named, strict=True)
        for priority, name in enumerate(names, start=1)
    ]
    return pd.DataFrame(rows, columns=["participant_id", "skill_id", "skill", "priority"]).astype(
        {"participant_id": "int64", "skill_id": "int64", "skill": "str", "priority": "int64"}
    )


def meet(
    mentee: dict[str, Any], *mentors: dict[str, Any], catalog: int = len(SKILLS), weights: Weights | None = None
) -> tuple[Facts, Fit, list[Reasons]]:
    """One mentee and some mentors, each a dict of fields plus ``skills``; what is true between them, worth and said."""
    weights = weights or Weights()
    own = people({key: value for key, value in mentee.items() if key != "skills"})
    others = people(
        *({key: value for key, value in mentor.items() if key != "skills"} for mentor in mentors), first_id=100
    )
    sought = skills(own, [mentee.get("skills", ())])
    offered = skills(others, [mentor.get("skills", ()) for mentor in mentors])
    facts = compare(own, others, sought=sought, offered=offered, catalog=catalog, on=ON)
    fit = fit_of(facts, weights)
    words = reasons(
        own.iloc[0].to_dict(), others, sought=sought, offered=offered, facts=facts, fit=fit, weights=weights
    )
    return facts, fit, words


somebody = st.fixed_dictionaries(
    {
        "department": st.sampled_from([None, "Sales", "sales ", "Legal"]),
        "location": st.sampled_from([None, "Lima", " lima", "Oslo"]),
        "time_zone": st.sampled_from([None, "America/Lima", "Europe/Oslo", "Asia/Kolkata", "Pacific/Auckland", "Mars"]),
        "languages": st.sampled_from([None, "English", "Spanish, english", "Norsk"]),
        "years_experience": st.none() | st.integers(0, 120).map(lambda halves: halves / 2),
        "skills": st.lists(st.sampled_from(SKILLS), unique=True),
    }
)
weights = st.builds(Weights, *[st.integers(0, 10)] * 5, st.booleans())
