"""Tests of disclosures of referrals."""
