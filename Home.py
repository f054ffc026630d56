"""The way in: page set-up, the cohort picker, and the navigation over pages/."""

from dashboard.ui import frame

frame.run()
