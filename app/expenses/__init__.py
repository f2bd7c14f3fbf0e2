"""Recognition and money: hours, kilometres, expenses, and what follows from how they are paid."""
