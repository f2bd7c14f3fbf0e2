"""The screens of the contact scheme: enquiries, housing cases, and what is handed over."""
