"""Requirements of the screens of expenses."""
