"""Requirements of what can be done in the journal."""
