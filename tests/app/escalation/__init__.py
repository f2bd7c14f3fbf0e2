"""Requirements of concerns: chains, steps, closing, what follows from a record."""
