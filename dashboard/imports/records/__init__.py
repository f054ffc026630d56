"""What files of meetings and of check-ins have in common: whose pairing a row is about, and answers in many columns."""
