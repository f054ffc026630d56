"""Benchmarks: each is a ratio to a floor that is measured in the same run, because machines differ and ratios do not.

``uv run python -m tests.benchmarks [NAME ...] [--json FILE]``; a name takes everything under it.
"""
