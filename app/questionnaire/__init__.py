"""Questionnaire folders into one checked definition; the only reader of YAML."""
