"""Advice in the window: records, the tally, the phone line."""
