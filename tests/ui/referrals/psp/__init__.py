"""Requirements of the screens of PSP groups."""
