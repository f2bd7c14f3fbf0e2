"""The screens of housing cases."""
