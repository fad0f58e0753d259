"""Answers, evaluation, determinations and interview: pure functions over frozen values."""
