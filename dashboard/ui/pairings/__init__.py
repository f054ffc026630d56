"""The parts of the Pairings view: the desk, the list, and one pairing in full."""
