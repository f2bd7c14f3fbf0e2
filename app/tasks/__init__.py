"""What someone has to do by a day: tasks, their reviews, and handing work over."""
