"""Mass letters: one template to many people, lawfully, with nobody forgotten or written twice."""
