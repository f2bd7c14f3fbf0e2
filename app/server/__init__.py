"""The shared office: setting a server up, joining it, and working on it."""
