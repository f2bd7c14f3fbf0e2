"""The requirements of the tables and of opening, keeping and migrating them."""
