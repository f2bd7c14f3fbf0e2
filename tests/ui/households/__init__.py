"""Tests of the screens of households and relations."""
