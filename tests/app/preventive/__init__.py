"""Tests of preventive visits."""
