"""The journal: notes about people, corrected but never silently changed."""
