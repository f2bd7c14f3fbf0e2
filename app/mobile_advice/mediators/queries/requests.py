"""Requests for mediators: listed, one with everything, and as their form begins."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from app.clients.rules import fold, full_name
from app.mobile_advice.mediators.figures import figures_on
from app.mobile_advice.mediators.rules import (
    OPEN,
    RequestDetails,
    RequestState,
    latest_asking,
)
from app.visiting.holidays import holidays_between
from db.access import is_known_to_me
from db.base import Key
from db.booking import Appointment, InterpreterPool, InterpreterRequest
from db.institutions import Institution
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

_MEDIATOR, _FOR = aliased(Person), aliased(Person)
_HOLIDAYS_AHEAD = timedelta(days=400)


class RequestList(StrEnum):
    """Which requests are listed."""

    OPEN = "open"
    PAST = "past"
    """Settled, declined or cancelled, and what is over."""
    ALL = "all"


class RequestRow(NamedTuple):
    """One request."""

    id: UUID
    version: int
    language: str
    dialect: str
    gender_wish: str
    subject: str
    day: date
    from_time: int
    until_time: int
    way: str
    place: str
    requester_id: UUID | None
    institution: str | None
    typed_requester: str
    funding: str
    sworn_needed: bool
    state: str
    mediator_id: UUID | None
    mediator_given: str | None
    mediator_family: str | None
    mediator_phone: str | None
    pool_id: UUID | None
    pool: str | None
    pool_phone: str | None
    pool_email: str | None
    pool_lead: int | None
    kilometres: int | None
    fee: int | None
    currency: str
    person_id: UUID | None
    given_name: str | None
    family_name: str | None
    requested_by: str
    requested_on: Any
    """The instant."""
    asked_on: date | None
    note: str
    reason: str
    appointment_id: UUID | None
    address_protected: bool | None

    @property
    def mediator(self) -> str:
        """The name of one of the office's own mediators; "" for none, or one not to be known."""
        return full_name(self.mediator_given or "", self.mediator_family or "")

    @property
    def who(self) -> str:
        """Who comes: a mediator or a pool."""
        return self.mediator or self.pool or ""

    @property
    def person(self) -> str:
        """For whom it is interpreted."""
        return full_name(self.given_name or "", self.family_name or "")

    @property
    def requester(self) -> str:
        """Who asks for the talk."""
        return self.institution or self.typed_requester

    @property
    def is_open(self) -> bool:
        """Whether the talk is still to come."""
        return self.state in OPEN

    def as_details(self) -> RequestDetails:
        """Answer the request as its form has it."""
        return RequestDetails(
            self.language,
            self.dialect,
            self.gender_wish,
            self.subject,
            self.day,
            self.from_time,
            self.until_time,
            self.way,
            self.place,
            self.requester_id,
            self.typed_requester,
            self.funding,
            self.sworn_needed,
            self.mediator_id,
            self.pool_id,
            self.person_id,
            self.note,
            self.appointment_id,
        )


class LateRow(NamedTuple):
    """A request that nobody answered, and until when it can still be asked in time."""

    request: RequestRow
    last_day: date

    @property
    def id(self) -> UUID:
        """The request's id."""
        return self.request.id


_APPOINTMENT = (
    select(Appointment.id)
    .where(Appointment.interpreter_request_id == InterpreterRequest.id)
    .order_by(Appointment.booked_at.desc(), Appointment.id)
    .limit(1)
    .scalar_subquery()
)
_IS_TOLD = or_(
    InterpreterRequest.person_id.is_(None), is_known_to_me(InterpreterRequest.__table__.c.person_id)
)
_IS_MEDIATOR_TOLD = and_(
    _MEDIATOR.id == InterpreterRequest.mediator_id, is_known_to_me(_MEDIATOR.id)
)
_REQUESTS = (
    select(
        InterpreterRequest.id,
        InterpreterRequest.version,
        InterpreterRequest.language,
        InterpreterRequest.dialect,
        InterpreterRequest.gender_wish,
        InterpreterRequest.subject,
        InterpreterRequest.day,
        InterpreterRequest.from_time,
        InterpreterRequest.until_time,
        InterpreterRequest.way,
        InterpreterRequest.place,
        InterpreterRequest.requester_id,
        Institution.name,
        InterpreterRequest.requester,
        InterpreterRequest.funding,
        InterpreterRequest.sworn_needed,
        InterpreterRequest.state,
        _MEDIATOR.id,
        _MEDIATOR.given_name,
        _MEDIATOR.family_name,
        func.coalesce(func.nullif(_MEDIATOR.mobile, ""), _MEDIATOR.phone),
        InterpreterRequest.pool_id,
        InterpreterPool.name,
        InterpreterPool.phone,
        InterpreterPool.email,
        InterpreterPool.lead_days,
        InterpreterRequest.kilometres,
        InterpreterRequest.fee,
        InterpreterRequest.currency,
        InterpreterRequest.person_id,
        _FOR.given_name,
        _FOR.family_name,
        InterpreterRequest.requested_by,
        InterpreterRequest.requested_at,
        InterpreterRequest.asked_on,
        InterpreterRequest.note,
        InterpreterRequest.reason,
        _APPOINTMENT,
        _FOR.address_protected,
    )
    .outerjoin(Institution, Institution.id == InterpreterRequest.requester_id)
    .outerjoin(_MEDIATOR, _IS_MEDIATOR_TOLD)
    .outerjoin(InterpreterPool, InterpreterPool.id == InterpreterRequest.pool_id)
    .outerjoin(_FOR, _FOR.id == InterpreterRequest.person_id)
    .where(_IS_TOLD)
)
_TODAY = bindparam("today", type_=InterpreterRequest.day.type)
_OPEN_STATES = InterpreterRequest.state.in_([state.value for state in OPEN])
_BY_DAY = (InterpreterRequest.day, InterpreterRequest.from_time, InterpreterRequest.id)
_LATEST = (InterpreterRequest.day.desc(), InterpreterRequest.from_time, InterpreterRequest.id)
_LISTS = {
    # What nobody settled stays open after its day: it is to be said how it went.
    RequestList.OPEN: _REQUESTS.where(_OPEN_STATES).order_by(*_BY_DAY),
    RequestList.PAST: _REQUESTS.where(~_OPEN_STATES).order_by(*_LATEST),
    RequestList.ALL: _REQUESTS.order_by(*_LATEST),
}
_ONE = _REQUESTS.where(InterpreterRequest.id == bindparam("request_id", type_=Key()))
_UNANSWERED = _REQUESTS.where(
    InterpreterRequest.state == RequestState.REQUESTED.value, InterpreterRequest.day >= _TODAY
).order_by(*_BY_DAY)


def list_requests(
    connection: Connection, which: RequestList = RequestList.OPEN, *, typed: str = ""
) -> tuple[RequestRow, ...]:
    """Answer requests: the open ones by day, the others with the latest first.

    What is typed are beginnings of words of the person, mediator, pool or requester.
    """
    rows = (_row(row) for row in connection.execute(_LISTS[which]))
    words = fold(typed).split()
    return tuple(row for row in rows if _is_called(row, words))


def request_row(connection: Connection, request_id: UUID) -> RequestRow | None:
    """Answer one request; None when it is gone or about somebody who may not be known."""
    row = connection.execute(_ONE, {"request_id": request_id}).first()
    return _row(row) if row is not None else None


def late_requests(connection: Connection, today: date) -> tuple[LateRow, ...]:
    """Answer requests that nobody answered and that come below their lead time soon, or have.

    Soon is so many days before the last day of asking as the figures say.
    """
    figures = figures_on(today)
    rows = [_row(row) for row in connection.execute(_UNANSWERED, {"today": today})]
    if not rows:
        return ()
    found = holidays_between(connection, today - _HOLIDAYS_AHEAD, rows[-1].day + timedelta(days=1))
    holidays = frozenset(one.day for one in found)
    late = (
        LateRow(
            row,
            latest_asking(
                row.day,
                figures.own_lead_days if row.pool_lead is None else row.pool_lead,
                holidays,
            ),
        )
        for row in rows
    )
    soon = today + timedelta(days=figures.warn_days)
    return tuple(row for row in late if row.last_day <= soon)


def _row(row: Any) -> RequestRow:  # noqa: ANN401 - columns of a statement
    return RequestRow(*row)


def _is_called(row: RequestRow, words: list[str]) -> bool:
    if not words:
        return True
    named = fold(f"{row.person} {row.who} {row.requester} {row.subject}").split()
    return all(any(known.startswith(word) for known in named) for word in words)
