"""The screens of consent: answers, passing data on, and their papers."""
