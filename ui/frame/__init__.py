"""The parts of the window around the pages: rail, bars, history, shortcuts."""
