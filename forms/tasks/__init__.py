"""Papers about tasks."""
