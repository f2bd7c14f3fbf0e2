"""What a connection to a shared office may look like, and how it is written down."""
