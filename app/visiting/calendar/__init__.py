"""The calendar of visits: what a span of days holds, how it is laid out, moved and exported."""
