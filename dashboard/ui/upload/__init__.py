"""The parts of the upload page, in the order of its steps."""
