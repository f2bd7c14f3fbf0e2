"""What a day plan asks: who can visit on a day, and the day as it is to be planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from app.areas.coordinates.queries import spots_of
from app.areas.rules.spots import StreetAddress
from app.clients.rules import full_name
from app.errors import Problem, Refused
from app.visiting.day_plans.office import statements as ask
from app.visiting.day_plans.office.day import Call, Goer, OfficeDay, Shift
from app.visiting.day_plans.office.shifts import free_shifts, window
from app.visiting.day_plans.office.ways import Place as Where
from app.visiting.day_plans.office.ways import WayBook, travel_on, way_book
from app.visiting.day_plans.office.wish import NO_CALLS, TOO_MANY, check_wish
from app.visiting.rules import Place, VisitStatus
from app.volunteers.queries import VolunteerList, list_volunteers
from app.volunteers.rules import VolunteerStage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.areas.rules.spots import Spot
    from app.visiting.day_plans.office.wish import DayWish, Travel


class GoerRow(NamedTuple):
    """Somebody who could visit on a day."""

    name: str
    person_id: UUID | None
    """None for a colleague without a volunteer's file."""
    area_id: UUID | None
    reach: int | None
    """Tenths of a kilometre that the volunteer travels at most."""
    times: tuple[Shift, ...] | None
    """None where nobody said when the volunteer has time."""
    is_away: bool
    visits: int
    """How many visits are planned for the day already."""
    address: StreetAddress | None = None
    """Where the ways of the day begin, where that is the own home."""


@dataclass(frozen=True, slots=True)
class DayToPlan:
    """A day with what should be known of it before it is planned."""

    day: OfficeDay
    nowhere: tuple[str, ...]
    """Names of people whose district is not known, so that their ways are guessed."""


@dataclass(frozen=True, slots=True)
class _Book:
    """Ways between those who go and those whom they visit."""

    ways: WayBook
    spots: Mapping[StreetAddress, Spot]

    def home(self, row: GoerRow) -> Where:
        """Answer where the ways of somebody begin."""
        return Where(row.area_id, self.spots.get(row.address) if row.address else None)

    def place(self, row: Any) -> Where:  # noqa: ANN401 - a row of visits
        """Answer where somebody is visited."""
        return Where(row.area_id, self.spots.get(address_of(row)))


def goers_on(connection: Connection, day: date) -> tuple[GoerRow, ...]:
    """Answer who can visit on a day: volunteers who may, and whoever has visits then."""
    rows = _visits(connection, day)
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.visitor] = counts.get(row.visitor, 0) + 1
    times, have_times = _times(connection, day)
    active = {
        one.id
        for one in list_volunteers(connection, VolunteerList.NOW, day)
        if one.stage is VolunteerStage.ACTIVE
    }
    found = {}
    for row in connection.execute(ask.VOLUNTEERS, {"day": day}):
        name = full_name(row.given_name, row.family_name)
        if row.person_id not in active or name in found:
            continue
        said = times.get(row.person_id, ()) if row.person_id in have_times else None
        reach = row.reach_km * 10 if row.reach_km is not None else None
        found[name] = GoerRow(
            name, row.person_id, row.area_id, reach, said, bool(row.is_away), counts.get(name, 0),
            None if row.starts_elsewhere else address_of(row),
        )  # fmt: skip
    for name, count in sorted(counts.items()):
        found.setdefault(name, GoerRow(name, None, None, None, None, is_away=False, visits=count))
    # Who has visits stands in front.
    return tuple(sorted(found.values(), key=_is_idle))


def _is_idle(row: GoerRow) -> bool:
    return not row.visits


def day_to_plan(connection: Connection, wish: DayWish, today: date) -> DayToPlan:
    """Answer a day as it is to be planned; raises `Refused` with what stands against it."""
    if problems := check_wish(wish, today):
        raise Refused(*problems)
    day = wish.day or today
    rows, known = _visits(connection, day), {row.name: row for row in goers_on(connection, day)}
    chosen = [known[name] for name in wish.goers if name in known]
    picked = {row.name for row in chosen}
    away = {row.name for row in known.values() if row.is_away}
    planned = [row for row in rows if _is_to_plan(row, picked, away)]
    travel = travel_on(day)
    book = _book(connection, travel, chosen, planned)
    if not planned:
        raise Refused(Problem(NO_CALLS, "day"))
    if len(planned) > travel.most_visits:
        values = {"count": len(planned), "most": travel.most_visits}
        raise Refused(Problem(TOO_MANY, "day", values))
    goers = tuple(_goer(row, rows, planned, travel) for row in chosen)
    times, _all = _times(connection, day)
    apart = {(row.person_id, row.visitor_id) for row in connection.execute(ask.APART)}
    calls = tuple(_call(row, chosen, wish, times, apart, book) for row in planned)
    places = [*map(book.home, chosen), *map(book.place, planned)]
    ways = tuple(tuple(book.ways.between(a, b) for b in places) for a in places)
    nowhere = dict.fromkeys(
        call.name
        for call, place in zip(calls, places[len(chosen) :], strict=True)
        if call.area_id is None and place.spot is None
    )
    return DayToPlan(OfficeDay(day, goers, calls, ways, travel.seconds), tuple(nowhere))


def address_of(row: Any) -> StreetAddress:  # noqa: ANN401 - a row with the columns of an address
    """Answer by what the place of a person is found."""
    return StreetAddress(row.country, row.street, row.house_number, row.postal_code, row.city)


def _book(
    connection: Connection, travel: Travel, chosen: Sequence[GoerRow], planned: Sequence[Any]
) -> _Book:
    homes = [row.address for row in chosen if row.address is not None]
    spots = spots_of(connection, [*homes, *map(address_of, planned)])
    return _Book(way_book(connection, travel), spots)


def _visits(connection: Connection, day: date) -> Sequence[Any]:
    start = datetime.combine(day, time.min)
    values = {"start": start, "end": start + timedelta(days=1)}
    return connection.execute(ask.VISITS, values).all()


def _times(
    connection: Connection, day: date
) -> tuple[dict[UUID, tuple[Shift, ...]], frozenset[UUID]]:
    """Answer the free times of a day by person, and who said any times at all."""
    found: dict[UUID, tuple[Shift, ...]] = {}
    for person, first, last in connection.execute(ask.TIMES, {"weekday": day.isoweekday()}):
        found[person] = (*found.get(person, ()), Shift(first, last))
    return found, frozenset(connection.scalars(ask.HAS_TIMES))


def _is_to_plan(row: Any, picked: set[str], away: set[str]) -> bool:  # noqa: ANN401 - a row of visits
    is_open = row.status == VisitStatus.PLANNED and row.place != Place.PHONE
    return is_open and (row.visitor in picked or row.visitor in away)


def _goer(row: GoerRow, visits: Sequence[Any], planned: Sequence[Any], travel: Travel) -> Goer:
    ids = {one.id for one in planned}
    busy = [
        Shift(_minute(one.planned_start), _minute(one.planned_end))
        for one in visits
        if one.visitor == row.name and one.id not in ids
    ]
    usual = (Shift(travel.day_begins, travel.day_ends),)
    # What is planned with somebody was agreed upon, also outside the usual times.
    agreed = [
        Shift(_minute(one.planned_start), _minute(one.planned_end))
        for one in planned
        if one.visitor == row.name
    ]
    times = usual if row.times is None else row.times
    shifts = () if row.is_away else free_shifts((*times, *agreed), busy)
    person = row.person_id
    return Goer(person, row.name, row.area_id, shifts, row.is_away)


def _call(
    row: Any,  # noqa: ANN401 - a row of visits
    chosen: Sequence[GoerRow],
    wish: DayWish,
    times: Mapping[UUID, tuple[Shift, ...]],
    apart: set[tuple[UUID, UUID]],
    book: _Book,
) -> Call:
    begins = _minute(row.planned_start)
    minutes = int((row.planned_end - row.planned_start).total_seconds()) // 60
    wished = times.get(row.client_id, ()) if wish.may_move else ()
    opens, closes = window(begins, minutes, wished)
    mine = next((n for n, one in enumerate(chosen) if one.name == row.visitor), None)
    if mine is not None and not wish.may_swap and not chosen[mine].is_away:
        allowed = frozenset({mine})
    else:
        allowed = frozenset(
            number
            for number, one in enumerate(chosen)
            if one.name == row.visitor or _may_come(one, row, apart, book)
        )
    return Call(
        row.id,
        row.version,
        row.client_id,
        full_name(row.given_name, row.family_name),
        row.area_id,
        opens,
        closes,
        minutes,
        allowed,
        row.visitor,
        begins,
    )


def _may_come(
    one: GoerRow,
    row: Any,  # noqa: ANN401 - a row of visits
    apart: set[tuple[UUID, UUID]],
    book: _Book,
) -> bool:
    if one.person_id is not None and (row.client_id, one.person_id) in apart:
        return False
    if one.reach is None:
        return True
    return book.ways.between(book.home(one), book.place(row)).tenths <= one.reach


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
