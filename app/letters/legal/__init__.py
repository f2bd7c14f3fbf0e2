"""Legal blocks of letters: dated texts with their source, and what must not be missing."""
