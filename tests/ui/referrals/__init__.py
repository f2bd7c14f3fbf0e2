"""Requirements of the screens of the contact scheme."""
