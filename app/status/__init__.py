"""What follows in other services when somebody's status changes."""
