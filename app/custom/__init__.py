"""Fields of people that an office defines for itself, without a programmer."""
