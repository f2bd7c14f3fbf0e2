"""What the bus costs: the office's dated assumptions on what its own records count."""
