"""The way in: page set-up, the cohort picker, and the navigation over pages/."""

from datetime import date

from dashboard.ui import frame

frame.run(today=date.today())
