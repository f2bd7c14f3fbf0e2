"""What was done in the office, by whom and when, in words; and whether nobody changed that."""
