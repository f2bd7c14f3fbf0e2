"""The visits of one invented person over a year: held, not held, cancelled and to come."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.demo.sentences import say
from app.visiting.rules import NotHeldReason, Place, VisitStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.demo.books import Book
    from app.demo.chance import Chance
    from app.demo.people import Person
    from app.demo.rota import Slot

YEAR = timedelta(days=365)
AHEAD = timedelta(days=14)
_RHYTHMS = ((7, 52, 46), (14, 26, 36), (28, 13, 18))
"""Days between visits, how many of them a year holds, how many of 100 people want it."""
_ENDED = 0.06
_UNRECORDED_DAYS = 4
_CLOSED_DAYS = {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)}
_PLACES = (Place.HOME, Place.OUT, Place.PHONE, Place.INSTITUTION)
_LENGTHS = (60, 75, 90, 45)
_REASONS = {
    NotHeldReason.CLIENT_CANCELLED: 34, NotHeldReason.VISITOR_CANCELLED: 18,
    NotHeldReason.NO_ONE_OPENED: 14, NotHeldReason.HOSPITAL: 12, NotHeldReason.HOLIDAY: 10,
    NotHeldReason.WEATHER: 4, NotHeldReason.OTHER: 8,
}  # fmt: skip


def visit_days(slot: Slot, today: date, wanted: int, chance: Chance) -> tuple[date, ...]:
    """Answer the days of about `wanted` visits, oldest first, at least a week apart."""
    if not wanted:
        return ()
    fitting = [rhythm for rhythm in _RHYTHMS if wanted <= rhythm[1]] or [_RHYTHMS[0]]
    days, _, _ = chance.weighted(fitting, [rhythm[2] for rhythm in fitting])
    day = today + timedelta(days=(slot.weekday - today.weekday()) % 7)
    if not slot.is_today:
        day += timedelta(days=7 * chance.randrange(days // 7))
        if chance.often(_ENDED):
            day -= timedelta(days=28 * chance.randrange(2, 9))
    while day + timedelta(days=days) <= today + AHEAD:
        day += timedelta(days=days)
    found = (day - timedelta(days=days * back) for back in range(wanted))
    return tuple(
        day
        for day in sorted(found)
        if today - YEAR <= day <= today + AHEAD and (day.month, day.day) not in _CLOSED_DAYS
    )


def visits(
    book: Book, person: Person, slot: Slot, days: tuple[date, ...], today: date, chance: Chance
) -> Iterator[dict[str, Any]]:
    """Answer the rows of the visits on these days, without their keys."""
    for day in days:
        minutes = chance.weighted(_LENGTHS, (50, 20, 15, 15))
        start = datetime.combine(day, slot.start)
        if minutes < max(_LENGTHS) and chance.often(0.2):
            start += timedelta(minutes=15)
        place = chance.weighted(_PLACES, (88, 6, 4, 2))
        planned = {
            "visitor": slot.visitor,
            "planned_start": start,
            "planned_end": start + timedelta(minutes=minutes),
            "place": place.value,
            "place_note": _place_note(book, place, chance),
        }
        yield planned | _outcome(book, person, planned, _days_ago(day, today), chance)


def _days_ago(day: date, today: date) -> int:
    return (today - day).days


def _place_note(book: Book, place: Place, chance: Chance) -> str:
    if place not in {Place.OUT, Place.INSTITUTION}:
        return ""
    notes: list[str] = book.notes["visits"][place.value]
    return chance.pick(notes)


def _outcome(
    book: Book, person: Person, planned: dict[str, Any], days_ago: int, chance: Chance
) -> dict[str, Any]:
    match _status(days_ago, chance):
        case VisitStatus.HELD:
            return _held(book, person, planned, chance)
        case VisitStatus.NOT_HELD:
            return _not_held(book, person, chance)
        case status:
            return _row(status)


def _status(days_ago: int, chance: Chance) -> VisitStatus:
    if days_ago <= 0:
        cancelled = days_ago < 0 and chance.often(0.03)
        return VisitStatus.CANCELLED if cancelled else VisitStatus.PLANNED
    if days_ago <= _UNRECORDED_DAYS and chance.often(0.25):
        return VisitStatus.PLANNED
    return chance.weighted(
        (VisitStatus.HELD, VisitStatus.NOT_HELD, VisitStatus.CANCELLED), (86, 9, 5)
    )


def _held(book: Book, person: Person, planned: dict[str, Any], chance: Chance) -> dict[str, Any]:
    start = planned["planned_start"] + timedelta(minutes=5 * chance.randrange(-1, 4))
    end = planned["planned_end"] + timedelta(minutes=5 * chance.randrange(-2, 5))
    count = chance.weighted((0, 1, 2), (25, 55, 20))
    kind = "phone" if planned["place"] == Place.PHONE else "held"
    templates = chance.sample(book.notes["visits"][kind], count)
    note = " ".join(say(template, person.words, chance) for template in templates)
    return _row(VisitStatus.HELD, actual_start=start, actual_end=end, note=note)


def _not_held(book: Book, person: Person, chance: Chance) -> dict[str, Any]:
    reason = chance.weighted(tuple(_REASONS), tuple(_REASONS.values()))
    note = ""
    if reason is NotHeldReason.OTHER or chance.often(0.75):
        template = chance.pick(book.notes["visits"][reason.value])
        note = say(template, person.words, chance)
    return _row(VisitStatus.NOT_HELD, not_held_reason=reason.value, note=note)


def _row(status: VisitStatus, **values: object) -> dict[str, Any]:
    nothing = {"not_held_reason": "", "actual_start": None, "actual_end": None, "note": ""}
    return {**nothing, "status": status.value, **values}
