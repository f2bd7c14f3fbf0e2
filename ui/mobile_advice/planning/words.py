"""How an order of stops is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.planning.actions import Told
from app.mobile_advice.planning.rules import CallKind
from app.visiting.day_plans.office.walking import clock
from resources.text import _, ngettext
from ui import formats
from ui.mobile_advice.map.map_sheet import MapSheet, MapStop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.areas.coordinates.outlines import OutlineRow
    from app.mobile_advice.planning.order import Comparison, OrderCall, OrderDay
    from app.mobile_advice.planning.queries import TourChoice
    from app.mobile_advice.planning.rules import Leg, Visited

_MOST_NAMES = 4


def choice_words(choice: TourChoice) -> str:
    """Answer what stands in the choice of tours: day, tour, how many stops."""
    row = choice.row
    stops = ngettext("{count} stop", "{count} stops", row.stops - row.cancelled_stops)
    return f"{formats.show_day(row.day)} · {row.tour} · {stops}"


def kilometres_words(tenths: int) -> str:
    """Answer a distance: "12,4 km"."""
    return _("{number} km").format(number=formats.show_number(tenths / 10, 1))


def minutes_words(minutes: int) -> str:
    """Answer a length of time: "45 min", "1 h 05 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=f"{rest:02}")


def span_words(one: Visited) -> str:
    """Answer from when to when: "10:00–11:00"."""
    return f"{clock(one.begins)}–{clock(one.ends)}"


def leg_words(leg: Leg) -> str:
    """Answer a way, which is only reckoned."""
    if not leg.minutes:
        return ""
    way = kilometres_words(leg.tenths)
    return _("about {minutes} min, {way}").format(minutes=leg.minutes, way=way)


def place_words(call: OrderCall) -> str:
    """Answer where a call is, in a quiet line."""
    if call.kind is CallKind.HOME:
        where = _("address protected") if call.is_protected else call.place
        return " · ".join(filter(None, (_("Visit at home"), where)))
    booked = ngettext("{count} appointment", "{count} appointments", call.booked)
    return " · ".join(filter(None, (call.place, booked if call.booked else "")))


def change_words(call: OrderCall, one: Visited) -> str:
    """Answer what is other than it was; "" where nothing is."""
    return "" if call.begins == one.begins else _("was: {before}").format(before=clock(call.begins))


def sheet_of(day: OrderDay, order: Sequence[Visited], outlines: tuple[OutlineRow, ...]) -> MapSheet:
    """Answer the map of an order."""
    stops = []
    for number, one in enumerate(order, 1):
        call = day.calls[one.call]
        spoken = _("Stop {number}: {name}, {span}").format(
            number=number, name=call.name, span=span_words(one)
        )
        is_home = call.kind is CallKind.HOME
        stops.append(MapStop(number, call.name, spoken, call.spot, is_home))
    return MapSheet(tuple(stops), day.office_spot, outlines)


def nowhere_words(day: OrderDay) -> str:
    """Answer which places have no coordinates; "" where all have."""
    names = day.nowhere
    if not names:
        return ""
    shown = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
    sentence = _(
        "No coordinates are known of: {names}. Their ways are reckoned from the districts, and "
        "the map leaves them out."
    )
    return sentence.format(names=shown)


def verdict_words(found: Comparison) -> str:
    """Answer in a sentence what a search came to."""
    if found.left:
        names = ", ".join(found.day.calls[at].name for at in found.left)
        sentence = _("Within these hours there is no room for: {names}. Please allow more time.")
        return sentence.format(names=names)
    if found.usual.late:
        names = ", ".join(found.day.calls[at].name for at in found.usual.late)
        sentence = _("As usual, the vehicle would come too late to: {names}.")
        return sentence.format(names=names)
    if not found.is_shorter:
        return _("The usual order is already the shortest.")
    sentence = _("The best order saves {minutes} and {way}.")
    saved = max(0, found.usual.driving - found.best.driving)
    return sentence.format(
        minutes=minutes_words(saved), way=kilometres_words(found.usual.tenths - found.best.tenths)
    )


def told() -> Told:
    """Answer what the task says that comes of moved appointments."""
    line = _("{name} {phone}: {before} → {after}")
    return Told(_("Tell those with moved appointments the new time"), line)
