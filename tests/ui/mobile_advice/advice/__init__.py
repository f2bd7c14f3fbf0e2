"""Advice on screen."""
