"""Reviewed files go into the program: one way for all kinds, and a writer for each."""
