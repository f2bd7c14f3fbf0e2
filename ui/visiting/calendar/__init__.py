"""The calendar of visits: painted views with one current place, moved by mouse and keyboard."""
