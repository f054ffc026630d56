"""The parts of the People view: finding somebody, and everything about one person."""
