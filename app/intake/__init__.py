"""Intake: who asked for a service, the first talk, the decision, and the waiting list."""
