"""Lists on paper: any table of the window, with its heads on every page."""
