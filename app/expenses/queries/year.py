"""What a volunteer gave and got: hours and kilometres of held visits, typed hours, claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Date, and_, bindparam, func, or_, select

from app.clients.queries import home_country
from app.clients.rules import full_name
from app.expenses.queries.mine import is_seen
from app.expenses.rates import card_rules, tariff_of
from app.expenses.rules import (
    ExpenseKind,
    ExpenseState,
    Spent,
    YearSum,
    allowance_remarks,
    card_remarks,
)
from app.letters.composing.states import STATES, federal_state
from db.access import is_known_to_me
from db.base import Key
from db.expenses import Expense, ServiceHours
from db.people import Person
from db.visiting import Visit
from db.volunteers import Volunteer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from app.expenses.rules import ExpenseDetails, Remark

_PERSON = bindparam("person_id", type_=Key())
_FIRST, _LAST = bindparam("first", type_=Date()), bindparam("last", type_=Date())
_NAME = select(Person.given_name, Person.family_name).where(
    Person.id == _PERSON, is_known_to_me(Person.id)
)
_NAMESAKES = (
    select(func.count())
    .select_from(Volunteer)
    .join(Person, Person.id == Volunteer.person_id)
    .where(
        Person.given_name == bindparam("given"),
        Person.family_name == bindparam("family"),
        is_known_to_me(Person.id),
    )
)
_VISITS = select(
    Visit.actual_start,
    Visit.actual_end,
    Visit.planned_start,
    Visit.planned_end,
    Visit.kilometres,
).where(
    or_(
        Visit.visitor_id == _PERSON,
        and_(Visit.visitor_id.is_(None), Visit.visitor == bindparam("visitor")),
    ),
    Visit.status == "held",
    Visit.planned_start >= bindparam("start"),
    Visit.planned_start < bindparam("end"),
    is_known_to_me(Visit.client_id),
)
_TYPED = (
    select(
        ServiceHours.id,
        ServiceHours.version,
        ServiceHours.day,
        ServiceHours.minutes,
        ServiceHours.activity,
        ServiceHours.noted_by,
    )
    .where(
        ServiceHours.visitor_id == _PERSON,
        ServiceHours.day.between(_FIRST, _LAST),
        is_seen(ServiceHours.visitor_id),
    )
    .order_by(ServiceHours.day.desc(), ServiceHours.id)
)
_SUMS = (
    select(
        Expense.kind,
        Expense.allowance,
        Expense.state,
        func.sum(Expense.amount),
        func.sum(Expense.kilometres),
    )
    .where(
        Expense.visitor_id == _PERSON,
        Expense.day.between(_FIRST, _LAST),
        is_seen(Expense.visitor_id),
    )
    .group_by(Expense.kind, Expense.allowance, Expense.state)
)


class HoursRow(NamedTuple):
    """Hours that somebody typed."""

    id: UUID
    version: int
    day: date
    minutes: int
    activity: str
    noted_by: str


@dataclass(frozen=True, slots=True)
class Sums:
    """What a volunteer gave and got in a period."""

    first: date
    last: date
    visits: int
    visit_minutes: int
    visit_kilometres: int
    """Tenths that the records of visits say."""
    typed: tuple[HoursRow, ...]
    claimed_kilometres: int
    """Tenths of claims by car that were not rejected."""
    amounts: Mapping[tuple[str, str], int]
    """Cents by kind and state of the claims."""
    lumps: Mapping[str, int]
    """Cents of lump sums by allowance; what was rejected does not count."""

    @property
    def minutes(self) -> int:
        """All time together."""
        return self.visit_minutes + sum(row.minutes for row in self.typed)

    def amount(self, kind: ExpenseKind, *states: ExpenseState) -> int:
        """Answer the cents of one kind in some states."""
        return sum(self.amounts.get((kind.value, state.value), 0) for state in states)


@dataclass(frozen=True, slots=True)
class VolunteerYear:
    """A calendar year of a volunteer, with what follows from it."""

    person_id: UUID
    name: str
    country: str
    currency: str
    year: int
    sums: Sums
    remarks: tuple[Remark, ...]


def year_of(connection: Connection, person_id: UUID, year: int) -> VolunteerYear | None:
    """Answer the year of a volunteer; None for somebody who is not known here."""
    person = connection.execute(_NAME, {"person_id": person_id}).one_or_none()
    if person is None:
        return None
    last = date(year, 12, 31)
    sums, country = sums_of(connection, person_id, date(year, 1, 1), last), home_country(connection)
    tariff = tariff_of(country)
    done = YearSum(year, sums.minutes, sums.lumps)
    percent = tariff.limit_on(last).warn_percent
    remarks = allowance_remarks(done, tariff.allowances_on(last), percent, last)
    if country == "DE":
        state = federal_state(connection)
        name = STATES.get(state, state)
        remarks += card_remarks(done, card_rules(country), state, name, last)
    name = full_name(person.given_name, person.family_name)
    return VolunteerYear(person_id, name, country, tariff.currency, year, sums, remarks)


def lump_remarks(
    connection: Connection, details: ExpenseDetails, replaces: int = 0
) -> tuple[Remark, ...]:
    """Answer how the year would stand with one more lump sum; () where it is not one yet.

    `replaces` are the cents with which the same claim counts already.
    """
    if details.what != Spent.LUMP or not details.allowance or not details.amount:
        return ()
    if details.day is None or details.visitor_id is None:
        return ()
    year = details.day.year
    first, last = date(year, 1, 1), date(year, 12, 31)
    sums, country = sums_of(connection, details.visitor_id, first, last), home_country(connection)
    lumps = dict(sums.lumps)
    lumps[details.allowance] = lumps.get(details.allowance, 0) + details.amount - replaces
    done, tariff = YearSum(year, sums.minutes, lumps), tariff_of(country)
    percent = tariff.limit_on(last).warn_percent
    remarks = allowance_remarks(done, tariff.allowances_on(last), percent, last)
    if country == "DE":
        state = federal_state(connection)
        name = STATES.get(state, state)
        remarks += card_remarks(done, card_rules(country), state, name, last)[:1]
    return remarks


def sums_of(connection: Connection, person_id: UUID, first: date, last: date) -> Sums:
    """Answer what a volunteer gave and got from one day to another, both counted."""
    start = datetime.combine(first, time.min)
    end = datetime.combine(last, time.min) + timedelta(days=1)
    values = {"person_id": person_id, "first": first, "last": last}
    visitor = _only_name(connection, person_id)
    during = {"person_id": person_id, "start": start, "end": end, "visitor": visitor}
    visits = connection.execute(_VISITS, during).all()
    amounts: dict[tuple[str, str], int] = {}
    lumps: dict[str, int] = {}
    claimed = 0
    for kind, allowance, state, cents, tenths in connection.execute(_SUMS, values):
        amounts[kind, state] = amounts.get((kind, state), 0) + int(cents)
        if state != ExpenseState.REJECTED:
            claimed += int(tenths)
            if kind == ExpenseKind.LUMP:
                lumps[allowance] = lumps.get(allowance, 0) + int(cents)
    return Sums(
        first,
        last,
        len(visits),
        sum(_minutes(*row[:4]) for row in visits),
        sum(row.kilometres or 0 for row in visits),
        tuple(map(HoursRow._make, connection.execute(_TYPED, values))),
        claimed,
        amounts,
        lumps,
    )


def _only_name(connection: Connection, person_id: UUID) -> str:
    """Answer the name under which visits may be planned that name no card; "" with a namesake."""
    person = connection.execute(_NAME, {"person_id": person_id}).one_or_none()
    if person is None:
        return ""
    values = {"given": person.given_name, "family": person.family_name}
    is_only = connection.execute(_NAMESAKES, values).scalar_one() == 1
    return full_name(person.given_name, person.family_name) if is_only else ""


def _minutes(
    start: datetime | None, end: datetime | None, planned: datetime, planned_end: datetime
) -> int:
    """Answer how long a visit was; as planned where nobody wrote the times down."""
    known = start is not None and end is not None
    span = end - start if known and start and end else planned_end - planned
    return max(0, int(span.total_seconds()) // 60)
