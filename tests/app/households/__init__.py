"""Tests of households and relations."""
