"""The parts of the Cohorts view: the cohorts at a glance, their rules, and who takes part."""
