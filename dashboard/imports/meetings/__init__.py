"""A file of meetings: one a row, or a number a month."""
