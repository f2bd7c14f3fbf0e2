"""Legal deadlines: until when a remedy against a letter can be used, and why."""
