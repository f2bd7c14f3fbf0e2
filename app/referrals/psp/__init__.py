"""Conferences of agencies on people whom none of them can help alone: PSP, SSP, steering."""
