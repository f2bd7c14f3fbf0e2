"""Tests of papers of referrals."""
