"""Helpers of the make verbs; they are no part of the program."""
