"""Day plans of the office: its own visits and volunteers, with their hours and districts."""
