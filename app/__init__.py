"""Clearway: find out, and be able to prove, whether and how AI hardware may be exported."""
