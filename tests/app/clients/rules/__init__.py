"""Tests of the rules for names, births, addresses and the whole form."""
