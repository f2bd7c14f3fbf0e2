"""Requirements of the journal."""
