"""The order of a tour's day: as it usually is, and as it would be shortest."""
