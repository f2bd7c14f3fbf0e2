"""Working with others on one office: joining it, and what is said about its server."""
