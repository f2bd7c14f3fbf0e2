"""Exchange: lists and cards that come into the office from files, and leave it as files."""
