"""The requirements of Nahbar, as tests."""
