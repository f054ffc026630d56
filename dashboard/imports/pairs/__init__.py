"""A file of pairs: who mentors whom, or did, declared and compared with the pairings that there are."""
