"""A file of people: who takes part, in which role, and what they bring."""
