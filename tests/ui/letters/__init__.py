"""The screens of letters: what is promised about them."""
