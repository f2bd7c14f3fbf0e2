"""Tests of the calendar's rules, questions and acts."""
