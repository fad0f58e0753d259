"""The library: the list of assessments, and what can be done with whole ones."""
