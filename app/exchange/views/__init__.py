"""Views: how somebody likes to see a list, kept under a name."""
