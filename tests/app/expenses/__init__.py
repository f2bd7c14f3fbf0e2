"""Requirements of hours, kilometres and expenses."""
