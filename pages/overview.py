"""The overview: how the cohort is doing, and whom to contact today."""

from datetime import date

import streamlit as st

from dashboard.charts.check_ins import confidence_chart, relationship_chart
from dashboard.charts.meetings import meeting_map_chart, pace_chart
from dashboard.queries.check_in_trends import check_in_trend
from dashboard.queries.health import contact_today, health_counts
from dashboard.queries.overview import headline_readings
from dashboard.queries.weeks import meeting_map, meetings_by_week
from dashboard.ui import frame, overview, parts
from dashboard.ui.asking import ask
from dashboard.ui.drawing import draw, rows

frame.enter()
cohort, today = frame.current_cohort(), date.today()

parts.header("Overview", overview.place(cohort, today))
readings = ask(headline_readings, cohort_id=cohort.id, today=today)
if overview.is_empty(readings):
    parts.empty_state(
        ":material/groups:",
        "Nobody is in this cohort yet",
        "Upload the roster as it left your form tool, or add people by hand. Then pair them.",
        parts.Link("pages/upload.py", "Upload a roster", ":material/upload_file:", {"cohort": str(cohort.id)}),
        parts.Link("pages/cohorts.py", "Add people by hand", ":material/person_add:", {"cohort": str(cohort.id)}),
    )
    st.stop()
overview.numbers(readings)

left, right = st.columns([5, 4], gap="large")
with left:
    urgent = ask(contact_today, cohort_id=cohort.id, today=today, limit=overview.SHOWN)
    overview.contacts(urgent, ask(health_counts, cohort_id=cohort.id, today=today), cohort=cohort, today=today)
with right:
    weeks = ask(rows, of=meetings_by_week, cohort_id=cohort.id, today=today)
    draw(pace_chart, weeks, empty="Meetings are counted here week by week once the cohort has begun.")
    overview.loads(readings, cohort=cohort)

cells = ask(rows, of=meeting_map, cohort_id=cohort.id, today=today)
event = draw(
    meeting_map_chart,
    cells,
    key="map",
    on_select="rerun",
    empty="Who met when is shown here for each open pairing, from the week in which the cohort begins.",
)
overview.open_from_map(event, cohort=cohort)

left, right = st.columns(2, gap="large")
with left:
    trend = ask(rows, of=check_in_trend, cohort_id=cohort.id, today=today, rating="confidence", role="mentee")
    draw(confidence_chart, trend, empty="Confidence is drawn here from the first baseline recorded on Feedback.")
with right:
    trend = ask(rows, of=check_in_trend, cohort_id=cohort.id, today=today, rating="relationship")
    draw(
        relationship_chart, trend, empty="How the two get along is drawn here from their first check-in with a rating."
    )
