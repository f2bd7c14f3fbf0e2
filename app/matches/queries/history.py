"""What happened to a match, who is kept apart, and the calls to somebody who waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import aliased

from app.clients.rules import full_name
from app.matches.rules import CallResult, EventKind, MatchStage
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.matches import CourtesyCall, CourtesyCaller, Exclusion, Match, MatchEvent
from db.people import Person

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection

MOST_CALLS = 50
_CARDS = cards_of(bindparam("person_id", type_=Key()))
_VISITOR = aliased(Person)
_EVENTS = (
    select(
        MatchEvent.match_id,
        MatchEvent.at,
        MatchEvent.who,
        MatchEvent.what,
        MatchEvent.stage,
        MatchEvent.note,
    )
    .join(Match, Match.id == MatchEvent.match_id)
    .where(
        or_(Match.person_id.in_(_CARDS), Match.visitor_id.in_(_CARDS)),
        is_known_to_me(Match.person_id),
        is_known_to_me(Match.visitor_id),
    )
    .order_by(MatchEvent.at.desc(), MatchEvent.id)
)
_APART = (
    select(
        Exclusion.person_id,
        Exclusion.visitor_id,
        Exclusion.reason,
        Exclusion.since,
        Person.given_name,
        Person.family_name,
        _VISITOR.given_name.label("visitor_given"),
        _VISITOR.family_name.label("visitor_family"),
    )
    .join(Person, Person.id == Exclusion.person_id)
    .join(_VISITOR, _VISITOR.id == Exclusion.visitor_id)
    .where(
        or_(Exclusion.person_id.in_(_CARDS), Exclusion.visitor_id.in_(_CARDS)),
        is_known_to_me(Exclusion.person_id),
        is_known_to_me(Exclusion.visitor_id),
    )
    .order_by(Exclusion.since.desc(), Exclusion.id)
)
_CALLER = (
    select(CourtesyCaller.visitor_id, CourtesyCaller.since, Person.given_name, Person.family_name)
    .join(Person, Person.id == CourtesyCaller.visitor_id)
    .where(
        CourtesyCaller.person_id.in_(_CARDS),
        is_known_to_me(CourtesyCaller.person_id),
        is_known_to_me(CourtesyCaller.visitor_id),
    )
)
_CALLS = (
    select(
        CourtesyCall.id,
        CourtesyCall.at,
        CourtesyCall.result,
        CourtesyCall.note,
        CourtesyCall.who,
        CourtesyCall.visitor_id,
        Person.given_name,
        Person.family_name,
    )
    .outerjoin(Person, Person.id == CourtesyCall.visitor_id)
    .where(
        CourtesyCall.person_id.in_(_CARDS),
        is_known_to_me(CourtesyCall.person_id),
        or_(CourtesyCall.visitor_id.is_(None), is_known_to_me(Person.id)),
    )
    .order_by(CourtesyCall.at.desc(), CourtesyCall.id)
    .limit(MOST_CALLS)
)


class EventRow(NamedTuple):
    """One thing that was noted about a match."""

    match_id: UUID
    at: datetime
    who: str
    what: EventKind
    stage: MatchStage
    note: str


class ApartRow(NamedTuple):
    """Two people whom the office keeps apart."""

    person_id: UUID
    visitor_id: UUID
    reason: str
    since: date
    person_name: str
    visitor_name: str


class CallRow(NamedTuple):
    """One call to somebody who waits."""

    id: UUID
    at: datetime
    result: CallResult
    note: str
    who: str
    visitor_id: UUID | None
    visitor_name: str
    """"" where the office rang."""


@dataclass(frozen=True, slots=True)
class Calls:
    """Who rings somebody, and the newest calls first."""

    visitor_id: UUID | None
    visitor_name: str
    since: date | None
    rows: tuple[CallRow, ...]


def match_events(connection: Connection, person_id: UUID) -> tuple[EventRow, ...]:
    """Answer what was noted about all matches of somebody, newest first."""
    return tuple(
        EventRow(row[0], row.at, row.who, EventKind(row.what), MatchStage(row.stage), row.note)
        for row in connection.execute(_EVENTS, {"person_id": person_id})
    )


def kept_apart(connection: Connection, person_id: UUID) -> tuple[ApartRow, ...]:
    """Answer from whom somebody is kept apart, as the one visited or the one who visits."""
    return tuple(
        ApartRow(
            row.person_id,
            row.visitor_id,
            row.reason,
            row.since,
            full_name(row.given_name, row.family_name),
            full_name(row.visitor_given, row.visitor_family),
        )
        for row in connection.execute(_APART, {"person_id": person_id})
    )


def calls_to(connection: Connection, person_id: UUID) -> Calls:
    """Answer who rings somebody who waits, and what came of the calls."""
    values = {"person_id": person_id}
    caller = connection.execute(_CALLER, values).first()
    rows = tuple(
        CallRow(
            row.id,
            row.at,
            CallResult(row.result),
            row.note,
            row.who,
            row.visitor_id,
            full_name(row.given_name or "", row.family_name or ""),
        )
        for row in connection.execute(_CALLS, values)
    )
    if caller is None:
        return Calls(None, "", None, rows)
    name = full_name(caller.given_name, caller.family_name)
    return Calls(caller.visitor_id, name, caller.since, rows)
