"""The day pack of a tour: what goes along on paper."""
