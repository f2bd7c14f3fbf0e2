"""Mobile advice: tours of a bus or consultation hours, appointments, advice and what it needs."""
