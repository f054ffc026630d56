"""The review of a file, worked out in sight of whoever waits for it."""

from datetime import date

import streamlit as st

from dashboard.imports.declaring import Stored
from dashboard.imports.review import Review
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.imports import revision
from dashboard.ui.asking import ask
from dashboard.ui.parts import plain
from dashboard.ui.upload import mistaken, progress
from dashboard.ui.upload.draft import Draft
from dashboard.ui.upload.progress import Steps


def review(draft: Draft, cohort: CohortChoice, *, today: date) -> Review | None:
    """What the file would change, as things are now; nothing when that can't be said, and why."""
    now = ask(revision)
    if draft.is_reviewed(cohort, today, now):
        found = draft.review(cohort, today, now, lambda: _picture(draft, cohort))
    else:
        with progress.shown("looking at your program", "comparing every row with it") as steps:
            found = draft.review(cohort, today, now, lambda: _picture(draft, cohort, steps))
    mistaken.draw(draft, found)
    if found.problem:
        st.error(plain(found.problem), icon=":material/error:")
        return None
    return found


def look_again(draft: Draft, cohort: CohortChoice, *, today: date) -> None:
    """Have the review ready for the next run, while a bar still shows what is being done."""
    draft.review(cohort, today, ask(revision), lambda: _picture(draft, cohort))


def _picture(draft: Draft, cohort: CohortChoice, steps: Steps | None = None) -> Stored:
    stored = ask(draft.kind().picture, cohort_id=cohort.id)
    if steps is not None:
        steps.next()
    return stored
