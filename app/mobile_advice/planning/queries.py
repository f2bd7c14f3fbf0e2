"""What planning asks: the tours ahead, and a day with its ways as it is to be put in order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from app.areas.coordinates.queries import spots_of
from app.areas.rules.spots import Spot, StreetAddress
from app.clients.rules import full_name
from app.errors import N_, Problem, Refused
from app.mobile_advice.planning import statements as ask
from app.mobile_advice.planning.figures import planning_figures_on
from app.mobile_advice.planning.order import Booked, OrderCall, OrderDay
from app.mobile_advice.planning.rules import NO_DAY, CallKind, Leg, check_wish, rounded_up
from app.mobile_advice.tours.figures import tour_figures_on
from app.mobile_advice.tours.queries import days_between
from app.mobile_advice.tours.rules import DayState, minute_of, read_hours
from app.visiting.day_plans.office.day import Call, Goer, OfficeDay, Shift, Way
from app.visiting.day_plans.office.shifts import window
from app.visiting.day_plans.office.ways import Place, travel_on, way_book

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.mobile_advice.planning.rules import OrderWish, PlanningFigures
    from app.mobile_advice.tours.rows import DayRow
    from app.visiting.day_plans.office.ways import WayBook

IS_OVER = N_("This tour is over, cancelled or held already.")
TOO_FEW = N_("There is nothing to put in order: the day has fewer than two stops.")
TOO_MANY = N_("There are {count} stops, and at most {most} can be put in order together.")
_BUS = "bus"
_NOWHERE = StreetAddress("", "", "", "", "")
_TWO = 2


class TourChoice(NamedTuple):
    """A day of a tour that can be put in order."""

    row: DayRow
    begins: int
    """From when the crew can be there, as proposed: minutes after midnight."""
    ends: int


def tours_ahead(connection: Connection, today: date) -> tuple[TourChoice, ...]:
    """Answer the days of tours that can still be put in order."""
    figures = planning_figures_on(today)
    last = today + timedelta(days=figures.days_ahead)
    return tuple(
        TourChoice(
            row,
            max(0, row.from_minute - figures.earlier),
            min(24 * 60 - 1, row.until_minute + figures.later),
        )
        for row in days_between(connection, today, last)
        if row.state in {DayState.PLANNED, DayState.CONFIRMED} and row.stops
    )


def day_as_it_stands(connection: Connection, day_id: UUID, today: date) -> OrderDay:
    """Answer a day with its ways; nothing is pinned, and nothing is looked for yet."""
    return _order_day(connection, day_id, today, None)


def day_to_order(
    connection: Connection, day_id: UUID | None, wish: OrderWish, today: date
) -> OrderDay:
    """Answer a day as it is to be put in order; raises `Refused` with what stands against it."""
    if day_id is None:
        raise Refused(Problem(NO_DAY, "day"))
    if problems := check_wish(wish):
        raise Refused(*problems)
    found = _order_day(connection, day_id, today, wish)
    figures = planning_figures_on(today)
    if len(found.calls) < _TWO:
        raise Refused(Problem(TOO_FEW, "day"))
    if len(found.calls) > figures.most_calls:
        values = {"count": len(found.calls), "most": figures.most_calls}
        raise Refused(Problem(TOO_MANY, "day", values))
    return found


def _order_day(
    connection: Connection, day_id: UUID, today: date, wish: OrderWish | None
) -> OrderDay:
    row = connection.execute(ask.DAY, {"id": day_id}).one_or_none()
    is_open = row is not None and row.state in {DayState.PLANNED, DayState.CONFIRMED}
    if row is None or (wish is not None and (not is_open or row.day < today)):
        raise Refused(Problem(IS_OVER, "day"))
    halts = connection.execute(ask.HALTS, {"id": day_id}).all()
    homes = connection.execute(ask.HOMES, {"id": day_id}).all()
    booked = tuple(map(_booked, connection.execute(ask.BOOKED, {"id": day_id})))
    # As it stands, a day tells nothing of appointments that the reader may not know of.
    busy = Counter(connection.scalars(ask.ANY_BOOKED, {"id": day_id}) if wish else ())
    office = connection.execute(ask.OFFICE).one_or_none()
    at_office = (
        StreetAddress(office.country, office.street, "", *office[2:]) if office else _NOWHERE
    )
    wanted = [address_of(one) for one in (*halts, *homes)]
    spots = spots_of(connection, [*wanted, at_office])
    may_move = wish is not None and wish.may_move_booked
    calls = sorted(
        (
            *(_halt(one, booked, busy, spots, may_move=may_move) for one in halts),
            *(_home(one, spots, may_move=may_move) for one in homes),
        ),
        key=_begins,
    )
    tours = {one.id: one for one in days_between(connection, row.day, row.day)}
    opens = {one.id: one.opens for one in halts}
    frame = _frame(calls, wish)
    figures = planning_figures_on(row.day)
    legs = _legs(connection, row.day, calls, spots.get(at_office))
    return OrderDay(
        day_id=day_id,
        version=row.version,
        tour=tours[day_id].tour if day_id in tours else "",
        calls=tuple(calls),
        legs=legs,
        office_day=_for_search(row.day, calls, legs, frame, figures, opens),
        office_spot=spots.get(at_office),
        has_office=at_office in spots,
        booked=booked,
        nowhere=tuple(dict.fromkeys(one.name for one in calls if one.spot is None)),
    )


def address_of(row: Any) -> StreetAddress:  # noqa: ANN401 - a row with the columns of an address
    """Answer by what the place of a stop or a person is found."""
    return StreetAddress(row.country, row.street, row.house_number, row.postal_code, row.city)


def _begins(call: OrderCall) -> int:
    return call.begins


def _booked(row: Any) -> Booked:  # noqa: ANN401 - a row of appointments
    name = full_name(row.given_name or "", row.family_name or "") or row.name
    return Booked(row.id, row.version, row.tour_halt_id, name, row.phone, row.starts_at)


def _halt(
    row: Any,  # noqa: ANN401 - a row of halts
    booked: Sequence[Booked],
    busy: Mapping[UUID | None, int],
    spots: Mapping[StreetAddress, Spot],
    *,
    may_move: bool,
) -> OrderCall:
    has_place = row.latitude is not None and row.longitude is not None
    own = Spot(row.latitude, row.longitude) if has_place else None
    mine = sum(one.halt_id == row.id for one in booked)
    # Also those whom the reader may not know of keep a stop where it is.
    has_hidden = busy.get(row.id, 0) > mine
    return OrderCall(
        kind=CallKind.HALT,
        id=row.id,
        version=0,
        name=row.name,
        place=f"{row.street} {row.house_number}".strip() or row.meeting_point,
        begins=row.from_time,
        minutes=row.until_time - row.from_time,
        booked=mine,
        is_pinned=has_hidden or (mine > 0 and not may_move),
        spot=own or spots.get(address_of(row)),
        area_id=row.area_id,
    )


def _home(
    row: Any,  # noqa: ANN401 - a row of appointments
    spots: Mapping[StreetAddress, Spot],
    *,
    may_move: bool,
) -> OrderCall:
    return OrderCall(
        kind=CallKind.HOME,
        id=row.id,
        version=row.version,
        name=full_name(row.given_name, row.family_name),
        place="" if row.address_protected else f"{row.street} {row.house_number}".strip(),
        begins=row.starts_at,
        minutes=row.minutes,
        booked=1,
        is_pinned=not may_move,
        spot=spots.get(address_of(row)),
        area_id=row.area_id,
        is_protected=bool(row.address_protected),
    )


def _frame(calls: Sequence[OrderCall], wish: OrderWish | None) -> Shift:
    """Answer the hours of the crew; what is pinned is agreed upon, also outside of them."""
    first = min((one.begins for one in calls), default=0)
    last = max((one.ends for one in calls), default=0)
    if wish is None or wish.begins is None or wish.ends is None:
        return Shift(first, last)
    pinned = [one for one in calls if one.is_pinned]
    return Shift(
        min([minute_of(wish.begins), *(one.begins for one in pinned)]),
        max([minute_of(wish.ends), *(one.ends for one in pinned)]),
    )


def _legs(
    connection: Connection, day: date, calls: Sequence[OrderCall], office: Spot | None
) -> tuple[tuple[Leg, ...], ...]:
    tours = tour_figures_on(day)
    travel = replace(travel_on(day), speed=round(tours.speed), detour=tours.detour)
    book = way_book(connection, travel)
    places = [Place(None, office), *(Place(one.area_id, one.spot) for one in calls)]
    return tuple(
        tuple(
            _leg(book, here, there, tours.least_way, is_counted=office is not None or bool(a and b))
            if a != b
            else Leg(0, 0)
            for b, there in enumerate(places)
        )
        for a, here in enumerate(places)
    )


def _leg(book: WayBook, here: Place, there: Place, least: int, *, is_counted: bool) -> Leg:
    """Answer a way; ways from an office whose place is not known are not counted."""
    if not is_counted:
        return Leg(0, 0)
    way = book.between(here, there)
    return Leg(max(least, way.minutes), way.tenths)


def _for_search(
    day: date,
    calls: Sequence[OrderCall],
    legs: Sequence[Sequence[Leg]],
    frame: Shift,
    figures: PlanningFigures,
    opens: Mapping[UUID, str],
) -> OfficeDay:
    """Answer the day as the search of day plans takes it: one who goes, and all the calls."""
    ways = tuple(
        tuple(Way(rounded_up(leg.minutes, figures.round_to), leg.tenths) for leg in row)
        for row in legs
    )
    found = []
    for one in calls:
        first, last = _window(one, opens.get(one.id, ""), day, frame)
        found.append(
            Call(
                one.id, 1, one.id, one.name, one.area_id, first, last, one.minutes,
                frozenset({0}), _BUS, one.begins,
            )
        )  # fmt: skip
    goer = Goer(None, _BUS, None, (frame,))
    return OfficeDay(day, (goer,), tuple(found), ways, figures.seconds)


def _window(call: OrderCall, opens: str, day: date, frame: Shift) -> tuple[int, int]:
    """Answer between when a call may begin: within its opening times and the crew's hours."""
    if call.is_pinned:
        return call.begins, call.begins
    hours = [one for one in read_hours(opens) if one.weekday == day.isoweekday()]
    wished = [Shift(max(a, frame.first), min(b, frame.last)) for _day, a, b in hours]
    if opens.strip():
        return window(call.begins, call.minutes, wished)
    return window(call.begins, call.minutes, [frame])
