"""Escalation: what is done, step by step, until somebody knows that a person is safe."""
