"""Requirements of PSP groups."""
