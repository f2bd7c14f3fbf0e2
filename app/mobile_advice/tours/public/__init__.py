"""The public timetable: poster, flyer, calendar file and web page, without a name of anybody."""
