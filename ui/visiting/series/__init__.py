"""Screens of series: the list, the card, the forms, and who stands in for whom."""
