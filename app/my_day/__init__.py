"""My day: what every feature has for one colleague today. It belongs to none of them."""
