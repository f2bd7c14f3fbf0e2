"""Day plans: who visits whom in which order, within the hours that suit."""
