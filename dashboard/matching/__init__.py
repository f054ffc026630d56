"""Fit, rules and plans between mentees and mentors: arrays and frames only; no database, no Streamlit."""
