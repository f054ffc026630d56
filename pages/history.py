"""What was done, by whom, what it changed, and the way back."""

from dashboard.queries.history import action_count, actions_page
from dashboard.ui import frame, parts
from dashboard.ui.asking import ask
from dashboard.ui.history import history

frame.enter()

parts.header("History", "What was done, by whom, what it changed, and the way back. Choose a line to see more.")

if ask(action_count):
    looked_for = history.filters()
    total = ask(action_count, **looked_for)
    page = parts.pages(total, key="actions-page", noun="actions")
    if total:
        history.listed(ask(actions_page, limit=page.limit, offset=page.offset, **looked_for))
    else:
        parts.empty_state(":material/search_off:", "Nothing like that was done", "Try other words, or fewer filters.")
    history.details()
else:
    parts.empty_state(
        ":material/history:",
        "Nothing was done yet",
        "Every change will be listed here, and can be taken back.",
        parts.Link("pages/cohorts.py", "Set up a cohort", ":material/event_note:"),
    )
