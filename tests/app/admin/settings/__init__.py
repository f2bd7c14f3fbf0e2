"""Tests of the choices of an office."""
