"""How a day plan is said."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from app.visiting.day_plans.actions import PlannedMove
from app.visiting.day_plans.office.walking import clock
from resources.text import _, ngettext
from ui import formats

if TYPE_CHECKING:
    from app.visiting.day_plans.office.day import OfficeDay, OfficePlan, Stop, Tour, Way
    from app.visiting.day_plans.queries import GoerRow


def goer_words(row: GoerRow) -> str:
    """Answer what stands on the chip of somebody who can visit."""
    if row.is_away:
        return _("{name} · away").format(name=row.name)
    if not row.visits:
        return row.name
    count = ngettext("{count} visit", "{count} visits", row.visits)
    return f"{row.name} · {count}"


def kilometres_words(tenths: int) -> str:
    """Answer a distance: "12,4 km"."""
    return _("{number} km").format(number=formats.show_number(tenths / 10, 1))


def way_words(way: Way) -> str:
    """Answer how long and how far a way is; what is only reckoned is said to be about so much."""
    sentence = _("{minutes} min, {way}") if way.is_own else _("about {minutes} min, {way}")
    return sentence.format(minutes=way.minutes, way=kilometres_words(way.tenths))


def tour_words(tour: Tour) -> str:
    """Answer in one line what a tour comes to."""
    count = ngettext("{count} visit", "{count} visits", len(tour.stops))
    return f"{count} · {kilometres_words(tour.tenths)}"


def span_words(day: OfficeDay, stop: Stop) -> str:
    """Answer from when to when a visit is: "10:00–11:00"."""
    return f"{clock(stop.begins)}–{clock(stop.begins + day.calls[stop.call].minutes)}"


def change_words(day: OfficeDay, tour: Tour, stop: Stop) -> str:
    """Answer what is other than it was planned; "" where nothing is."""
    call = day.calls[stop.call]
    was = [clock(call.begins)] if call.begins != stop.begins else []
    if call.visitor != day.goers[tour.goer].name:
        was.append(call.visitor)
    return _("was: {before}").format(before=", ".join(was)) if was else ""


def moves_of(day: OfficeDay, plan: OfficePlan) -> tuple[PlannedMove, ...]:
    """Answer what a plan changes: visits that stay as they are have no move."""
    return tuple(
        _move(day, tour, stop)
        for tour in plan.tours
        for stop in tour.stops
        if change_words(day, tour, stop)
    )


def _move(day: OfficeDay, tour: Tour, stop: Stop) -> PlannedMove:
    call = day.calls[stop.call]
    start = datetime.combine(day.day, time.min) + timedelta(minutes=stop.begins)
    end = start + timedelta(minutes=call.minutes)
    return PlannedMove(call.visit_id, call.version, day.goers[tour.goer].name, start, end)
