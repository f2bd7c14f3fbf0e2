"""Who lives with whom, and how people stand to each other."""
