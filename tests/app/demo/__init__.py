"""The demo office: believable, the same every time, and large when it has to be."""
