"""Requirements of figures in which nobody can be recognised."""
