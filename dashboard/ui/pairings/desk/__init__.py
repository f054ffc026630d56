"""Where pairs are made: by mentee, by mentor, in the matrix; and why somebody can not be placed."""
