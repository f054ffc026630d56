"""A file of check-ins: the export of a form, one answered set of questions a row."""
