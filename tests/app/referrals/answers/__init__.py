"""Tests of answers of referrals."""
