"""What the bus costs."""
