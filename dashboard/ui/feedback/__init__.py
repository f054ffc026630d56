"""The parts of the Feedback view: record check-ins, look through them, see who owes one."""
