"""The parts of the Meetings view: log one, log several, look through all, see who is behind."""
