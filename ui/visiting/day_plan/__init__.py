"""The screen of day plans: who visits whom in which order."""
