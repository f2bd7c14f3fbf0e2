"""The screens of Nahbar; they stand on use cases only."""
