"""Requirements of stops, tours and the timetable."""
