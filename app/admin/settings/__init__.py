"""Choices that hold for the whole office, each with its usual value and its bounds."""
