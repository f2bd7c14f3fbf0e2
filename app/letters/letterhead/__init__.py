"""The letterhead of the office: its logo, kept in the office and drawn on every letter."""
