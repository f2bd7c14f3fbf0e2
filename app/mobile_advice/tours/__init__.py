"""Stops, tours, the timetable, and the days on which tours go."""
