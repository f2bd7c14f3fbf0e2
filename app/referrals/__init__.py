"""The contact scheme: enquiries of housing departments, their answers, and housing cases."""
