"""Preventive home visits: who is due by which rule, what was offered, and what became of it."""
