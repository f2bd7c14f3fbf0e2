"""What can be asked about costs: the office's assumptions, and the sheet of a period."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, bindparam, func, or_, select

from app.expenses.queries import office_currency
from app.mobile_advice.costs.rules import DayFigures, Item, make_cost_sheet
from db.access import is_known_to_me
from db.advice import AdviceContact, CostItem
from db.base import Key
from db.tours import Crew, Tour, TourDay, TourHalt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.mobile_advice.costs.rules import CostSheet

_CONTACT = AdviceContact.__table__
_ITEMS = select(
    CostItem.id,
    CostItem.version,
    CostItem.code,
    CostItem.title,
    CostItem.side,
    CostItem.kind,
    CostItem.amount,
    CostItem.currency,
    CostItem.spread_months,
    CostItem.valid_from,
    CostItem.valid_until,
    CostItem.source,
).order_by(CostItem.side, CostItem.title, CostItem.valid_from, CostItem.id)
_ONE = _ITEMS.where(CostItem.id == bindparam("id", type_=Key()))
_IN_PERIOD = TourDay.day.between(bindparam("first", type_=Date()), bindparam("last", type_=Date()))
_HAS_VEHICLE = or_(TourDay.vehicle_id.is_not(None), Tour.vehicle_id.is_not(None))
_DAYS = (
    select(
        TourDay.id,
        TourDay.day,
        TourDay.state,
        TourDay.kilometres,
        func.min(TourHalt.from_time),
        func.max(TourHalt.until_time),
    )
    .join(Tour, Tour.id == TourDay.tour_id)
    .outerjoin(TourHalt, TourHalt.tour_day_id == TourDay.id)
    .where(_IN_PERIOD, _HAS_VEHICLE, TourDay.state != "cancelled")
    .group_by(TourDay.id, TourDay.day, TourDay.state, TourDay.kilometres)
    .order_by(TourDay.day, TourDay.id)
)
_CREWS = (
    select(Crew.tour_day_id, Crew.from_time, Crew.until_time)
    .join(TourDay, TourDay.id == Crew.tour_day_id)
    .where(_IN_PERIOD)
)
_CONTACTS = (
    select(TourHalt.tour_day_id, func.count())
    .select_from(_CONTACT)
    .join(TourHalt, TourHalt.id == _CONTACT.c.tour_halt_id)
    .join(TourDay, TourDay.id == TourHalt.tour_day_id)
    .where(_IN_PERIOD, or_(_CONTACT.c.person_id.is_(None), is_known_to_me(_CONTACT.c.person_id)))
    .group_by(TourHalt.tour_day_id)
)


def cost_items(connection: Connection) -> tuple[Item, ...]:
    """Answer every assumption, also those that no longer hold."""
    return tuple(_item(row) for row in connection.execute(_ITEMS))


def cost_item(connection: Connection, item_id: UUID) -> Item | None:
    """Answer one assumption."""
    row = connection.execute(_ONE, {"id": item_id}).one_or_none()
    return None if row is None else _item(row)


def cost_sheet(connection: Connection, first: date, last: date, today: date) -> CostSheet:
    """Answer what the vehicles cost in a period: days up to today as they were, others planned.

    A day before today that nobody confirmed took place as planned, unless it was cancelled.
    """
    asked = {"first": first, "last": last}
    crews: dict[UUID, list[tuple[int | None, int | None]]] = {}
    for day_id, begin, end in connection.execute(_CREWS, asked):
        crews.setdefault(day_id, []).append((begin, end))
    contacts = Counter({key: many for key, many in connection.execute(_CONTACTS, asked)})  # noqa: C416 - rows are no pairs
    days = [
        DayFigures(
            day,
            state == "held" or day < today,
            kilometres,
            sum(_minutes(mate, (begin, end)) for mate in crews.get(key, ())),
            contacts[key],
        )
        for key, day, state, kilometres, begin, end in connection.execute(_DAYS, asked)
    ]
    currency = office_currency(connection)
    return make_cost_sheet(first, last, currency, cost_items(connection), days)


def _item(row: Sequence[Any]) -> Item:
    return Item(*row)


def _minutes(mate: tuple[int | None, int | None], day: tuple[int | None, int | None]) -> int:
    """Answer how long somebody was there: as long as the tour, unless it says otherwise."""
    begin = mate[0] if mate[0] is not None else day[0]
    end = mate[1] if mate[1] is not None else day[1]
    return 0 if begin is None or end is None else max(0, end - begin)
