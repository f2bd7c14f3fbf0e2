"""The audit in the window: what was done, by whom, and whether the chain is whole."""
