"""What may go wrong with machines and people, each with its expected outcome."""
