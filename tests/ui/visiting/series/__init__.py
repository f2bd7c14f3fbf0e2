"""Requirements of the screens of series and substitutes."""
