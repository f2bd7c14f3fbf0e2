"""Screens of preventive home visits."""
