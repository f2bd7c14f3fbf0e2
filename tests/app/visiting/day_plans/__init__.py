"""Tests of app.visiting.day_plans."""
