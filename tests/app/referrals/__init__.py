"""Requirements of the contact scheme."""
