"""The drafts of a plan that can't be published as things stand, by name and with the reason."""

import pandas as pd

NAMED = 5


def impossible(rows: pd.DataFrame) -> str:
    """The first few of them in a row, of ``queries.plans.drafts``; empty when all can be published."""
    stale = rows[rows["trouble"] != ""]
    told = [f"{row['mentee']} with {row['mentor']} ({row['trouble']})" for row in stale.head(NAMED).to_dict("records")]
    more = [f"and {len(stale) - NAMED:,} more"] if len(stale) > NAMED else []
    return "; ".join([*told, *more])
