"""The papers of the calendar: the week plan and the phone list, with only what is needed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from app.clients.rules import Address, address_lines, full_name, show_phone
from app.exchange.writing.actions import export_list, note_exported
from app.exchange.writing.rules import ExportFormat, ExportWish
from app.visiting.calendar import paper_statements as ask
from app.visiting.holidays import holidays_between
from forms.visiting import phone_list, week_plan
from forms.visiting.phone_list import PhoneList, Reached, VisitorPhones
from forms.visiting.week_plan import PlannedDay, PlannedVisit, WeekPlan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row

    from app.office import Act

    AnyRow = Row[*tuple[Any, ...]]

LIST_NAME = "visiting"
_DAY = timedelta(days=1)
_SATURDAY = 5
"""Weekends stand on the plan only when somebody is visited then."""


@dataclass(frozen=True, slots=True)
class PaperWish:
    """Which paper: days, whose, and what is said about who prints it."""

    first: date
    after: date
    language: str
    """"de", "da" or "en"."""
    who: str
    when: datetime
    """Local wall-clock time."""
    visitor: str = ""
    """Whose visits alone; "" for everybody's."""


@dataclass(frozen=True, slots=True)
class FinishedPaper:
    """The pages, and whom they tell about, so that each of them can be told."""

    pdf: bytes
    people: tuple[UUID, ...]
    rows: int


def week_plan_paper(connection: Connection, wish: PaperWish) -> FinishedPaper:
    """Answer the plan of some days: planned and held visits, for one visitor with addresses."""
    office = connection.execute(ask.OFFICE).one()
    rows = connection.execute(ask.PLANNED, _values(wish)).all()
    named = {one.day: one.name for one in holidays_between(connection, wish.first, wish.after)}
    by_day: dict[date, list[PlannedVisit]] = defaultdict(list)
    for row in rows:
        by_day[row.planned_start.date()].append(_visit(row, office.country, wish.visitor))
    days = [wish.first + _DAY * at for at in range((wish.after - wish.first).days)]
    plan = WeekPlan(
        language=wish.language,
        office=office.name,
        days=tuple(
            PlannedDay(day, named.get(day, ""), tuple(by_day[day]))
            for day in days
            if by_day[day] or day.weekday() < _SATURDAY or len(days) == 1
        ),
        printed_at=wish.when,
        who=wish.who,
        visitor=wish.visitor,
    )
    return FinishedPaper(week_plan.render(plan), _people(rows), len(rows))


def phone_list_paper(connection: Connection, wish: PaperWish) -> FinishedPaper:
    """Answer who visits whom with the numbers of both: matches, and visits of these days."""
    office = connection.execute(ask.OFFICE).one()
    rows = connection.execute(ask.PHONES, _values(wish)).all()
    visitors: dict[tuple[str, UUID | None], list[AnyRow]] = defaultdict(list)
    for row in rows:
        visitors[_visitor_of(row)].append(row)
    found = [_phones(group, office.country) for group in visitors.values()]
    found.sort(key=lambda each: each.visitor.name.casefold())
    facts = PhoneList(
        language=wish.language,
        office=Reached(office.name, tuple(filter(None, (office.phone,)))),
        visitors=tuple(found),
        printed_at=wish.when,
        who=wish.who,
    )
    return FinishedPaper(phone_list.render(facts), _people(rows), len(rows))


def hand_out(act: Act, title: str, people: tuple[UUID, ...], rows: int, reason: str) -> UUID:
    """Note that a paper with names leaves the office, why, and whom it is about.

    Raises `Refused` without the right or without a sensible reason.
    """
    wish = ExportWish(LIST_NAME, ExportFormat.PDF, (title,), reason, rows)
    log_id = export_list(act, wish)
    note_exported(act, log_id, people)
    return log_id


def _values(wish: PaperWish) -> dict[str, object]:
    return {
        "start": datetime.combine(wish.first, time.min),
        "end": datetime.combine(wish.after, time.min),
        "visitor": wish.visitor,
    }


def _people(rows: Sequence[AnyRow]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(row.client_id for row in rows))


def _visit(row: AnyRow, country: str, visitor: str) -> PlannedVisit:
    """Answer a visit; where it is and how to ring stands on the visitor's own plan alone."""
    name = full_name(row.given_name, row.family_name)
    if not visitor:
        return PlannedVisit(
            row.planned_start, row.planned_end, name, row.visitor, row.place, row.place_note
        )
    address = Address(
        country=row.country,
        care_of=row.care_of,
        street=row.street,
        house_number=row.house_number,
        floor=row.floor,
        door=row.door,
        postal_code=row.postal_code,
        city=row.city,
    )
    return PlannedVisit(
        row.planned_start,
        row.planned_end,
        name,
        row.visitor,
        row.place,
        row.place_note,
        () if row.address_protected else address_lines(address, sent_from=country),
        row.address_protected,
        show_phone(row.phone or row.mobile, country),
    )


def _visitor_of(row: AnyRow) -> tuple[str, UUID | None]:
    """Answer who visits: a person with a card, or a colleague by name."""
    if row.visitor_id is None:
        return row.visitor, None
    return full_name(row.visitor_given, row.visitor_family) or row.visitor, row.visitor_id


def _phones(rows: Sequence[AnyRow], country: str) -> VisitorPhones:
    name, _id = _visitor_of(rows[0])
    own = _numbers(rows[0].visitor_phone, rows[0].visitor_mobile, country)
    people = {
        row.client_id: Reached(
            full_name(row.given_name, row.family_name), _numbers(row.phone, row.mobile, country)
        )
        for row in rows
    }
    ordered = sorted(people.values(), key=lambda each: each.name.casefold())
    return VisitorPhones(Reached(name, own), tuple(ordered))


def _numbers(phone: str | None, mobile: str | None, country: str) -> tuple[str, ...]:
    return tuple(show_phone(number, country) for number in (phone, mobile) if number)
