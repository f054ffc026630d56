"""Workbooks: checked as archives, then read in a process of their own that has bounds, because they are hostile."""
