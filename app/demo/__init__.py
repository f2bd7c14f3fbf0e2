"""The demo office: invented people and their visits, the same every time for the same seed."""
