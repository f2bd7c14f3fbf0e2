"""The rules of the calendar: which days a view shows, and where overlapping visits stand."""

from app.visiting.calendar.rules.kinds import CalendarKind, Span
from app.visiting.calendar.rules.lanes import Lanes, More, Placed, lay_out

__all__ = ["CalendarKind", "Lanes", "More", "Placed", "Span", "lay_out"]
