"""Tests of handing_over of referrals."""
