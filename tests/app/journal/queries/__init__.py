"""Requirements of what can be asked of the journal."""
