"""What was done, by whom, and the way back."""

from dashboard.ui import frame, parts

frame.enter()
parts.header("History", "What was done, by whom, and the way back.")
