"""Tests of the screens of preventive visits."""
