"""Requirements of the screens of stops, tours and the timetable."""
