"""My day: today, what is due, who must not be forgotten, what is new."""
