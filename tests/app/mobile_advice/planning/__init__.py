"""Requirements of putting a tour in order."""
