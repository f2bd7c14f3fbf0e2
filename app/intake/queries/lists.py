"""Requests in lists: those that are open, the waiting list, those that were decided."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, or_, select

from app.clients.rules import full_name
from app.intake.rules import Stage
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.intake import Intake, IntakeAnswer
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Select

MOST_LISTED = 1_000
"""Requests of one list; the newest decided ones, the oldest open ones."""


class RequestList(StrEnum):
    """Which requests a list shows."""

    OPEN = "open"
    WAITING = "waiting"
    DECIDED = "decided"


class RequestRow(NamedTuple):
    """One request as a list shows it."""

    id: UUID
    version: int
    person_id: UUID
    given_name: str
    family_name: str
    address_protected: bool
    service: str
    stage: str
    requested_on: date
    source: str
    own_consent: bool | None
    waiting_since: date | None
    waiting_reason: str
    decided_on: date | None
    reason: str
    taken_by: str
    answered: int
    """Items of the checklist that have an answer."""

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return full_name(self.given_name, self.family_name)

    @property
    def sorted_name(self) -> str:
        """The name as it stands in lists: family name first."""
        return ", ".join(filter(None, (self.family_name, self.given_name)))

    @property
    def since(self) -> date:
        """The day from which its age is counted: of joining the waiting list, or of asking."""
        return self.waiting_since or self.requested_on


class RequestCounts(NamedTuple):
    """How many requests are open and how many people wait."""

    open: int
    waiting: int


_ANSWERED = (
    select(func.count())
    .select_from(IntakeAnswer)
    .where(IntakeAnswer.intake_id == Intake.id)
    .scalar_subquery()
)
_COLUMNS = (
    Intake.id,
    Intake.version,
    Intake.person_id,
    Person.given_name,
    Person.family_name,
    Person.address_protected,
    Intake.service,
    Intake.stage,
    Intake.requested_on,
    Intake.source,
    Intake.own_consent,
    Intake.waiting_since,
    Intake.waiting_reason,
    Intake.decided_on,
    Intake.reason,
    Intake.taken_by,
    _ANSWERED,
)
_ALL = (
    select(*_COLUMNS)
    .join(Person, Person.id == Intake.person_id)
    .where(is_known_to_me(Intake.person_id))
)
_OF_PERSON = _ALL.where(
    Intake.person_id.in_(cards_of(bindparam("person_id", type_=Key())))
).order_by(Intake.requested_on.desc(), Intake.id)
_COUNT = (
    select(Intake.stage, func.count())
    .where(
        is_known_to_me(Intake.person_id),
        Intake.stage.in_([Stage.OPEN.value, Stage.WAITING.value]),
    )
    .group_by(Intake.stage)
)
_RUNNING = {RequestList.OPEN: Stage.OPEN, RequestList.WAITING: Stage.WAITING}


def list_requests(
    connection: Connection, which: RequestList, service: str = ""
) -> tuple[RequestRow, ...]:
    """Answer the requests of a list and a service ("" for all).

    Open and waiting ones stand oldest first, so that nobody is forgotten; decided ones newest
    first.
    """
    values = {"service": service, "rows": MOST_LISTED}
    return _as_rows(connection.execute(_listing(which), values))


def requests_of_person(connection: Connection, person_id: UUID) -> tuple[RequestRow, ...]:
    """Answer all requests of a person, on whichever card, newest first."""
    return _as_rows(connection.execute(_OF_PERSON, {"person_id": person_id}))


def count_requests(connection: Connection) -> RequestCounts:
    """Answer how many requests are open and how many people wait."""
    found = {row[0]: int(row[1]) for row in connection.execute(_COUNT)}
    return RequestCounts(found.get(Stage.OPEN, 0), found.get(Stage.WAITING, 0))


def _as_rows(rows: Iterable[Any]) -> tuple[RequestRow, ...]:
    return tuple(map(RequestRow._make, rows))


@lru_cache
def _listing(which: RequestList) -> Select[*tuple[Any, ...]]:
    found = _ALL.where(or_(bindparam("service") == "", Intake.service == bindparam("service")))
    if which in _RUNNING:
        found = found.where(Intake.stage == _RUNNING[which].value)
        since = func.coalesce(Intake.waiting_since, Intake.requested_on)
        found = found.order_by(since, Intake.id)
    else:
        running = [stage.value for stage in _RUNNING.values()]
        found = found.where(Intake.stage.not_in(running))
        found = found.order_by(Intake.decided_on.desc(), Intake.id)
    return found.limit(bindparam("rows"))
