"""The screens of volunteers."""
