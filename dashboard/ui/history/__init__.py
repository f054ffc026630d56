"""The parts of the History view: what was done, what it changed, and the way back."""
