"""Tasks: their list, one task, its form, giving them to others, handing everything over."""
