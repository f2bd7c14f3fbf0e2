"""The screens of stops, tours and the timetable."""
