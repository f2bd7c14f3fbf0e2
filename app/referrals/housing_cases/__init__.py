"""Housing cases: stages, deadlines, and who helps to keep the home."""
