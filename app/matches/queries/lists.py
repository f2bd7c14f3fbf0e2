"""Matches of the office and of one person, and the people who wait for a volunteer."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from app.clients.rules import PersonStatus, full_name
from app.intake.rules import Service, Stage
from app.matches.rules import OPEN_STAGES, VISITING, MatchStage
from db.access import cards_of, is_known_to_me
from db.areas import Area
from db.base import Key
from db.intake import Intake
from db.matches import CourtesyCall, CourtesyCaller, Match, VisitingWish
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

MOST_LISTED = 1_000
"""Matches of one list."""


class MatchList(StrEnum):
    """Which matches a list shows."""

    OPEN = "open"
    CHECK_IN = "check_in"
    ENDED = "ended"


class MatchRow(NamedTuple):
    """One match."""

    id: UUID
    version: int
    person_id: UUID
    visitor_id: UUID
    stage: MatchStage
    since: date
    proposed_on: date
    trial_until: date | None
    running_from: date | None
    paused_until: date | None
    ended_by: str
    end_reason: str
    check_in_due: date | None
    check_in_on: date | None
    is_locked: bool
    asked_on: date | None
    address_protected: bool
    person_name: str
    visitor_name: str

    @property
    def asks_check_in(self) -> bool:
        """Whether both are still to be asked how it goes."""
        return self.check_in_on is None and self.stage in VISITING


class WaitingRow(NamedTuple):
    """Somebody who waits for a volunteer."""

    id: UUID
    """The person."""
    name: str
    address_protected: bool
    area: str
    since: date
    reason: str
    wanted: int
    matched: int
    """Matches that are not ended."""
    has_wish: bool
    last_contact: date | None
    """When the person was last reached, by whomever."""
    called_on: date | None
    """Day of the last call while waiting."""
    caller: str
    """Who rings the person; "" for nobody."""


_VISITOR = aliased(Person)
_MATCHES = (
    select(
        Match.id,
        Match.version,
        Match.person_id,
        Match.visitor_id,
        Match.stage,
        Match.since,
        Match.proposed_on,
        Match.trial_until,
        Match.running_from,
        Match.paused_until,
        Match.ended_by,
        Match.end_reason,
        Match.check_in_due,
        Match.check_in_on,
        Match.is_locked,
        Match.asked_on,
        Person.address_protected,
        Person.given_name,
        Person.family_name,
        _VISITOR.given_name.label("visitor_given"),
        _VISITOR.family_name.label("visitor_family"),
    )
    .join(Person, Person.id == Match.person_id)
    .join(_VISITOR, _VISITOR.id == Match.visitor_id)
    .where(is_known_to_me(Match.person_id), is_known_to_me(Match.visitor_id))
)
_OPEN = [stage.value for stage in OPEN_STAGES]
_LISTS = {
    MatchList.OPEN: _MATCHES.where(Match.stage.in_(_OPEN)).order_by(Match.since, Match.id),
    MatchList.CHECK_IN: _MATCHES.where(
        Match.stage.in_([stage.value for stage in VISITING]),
        Match.check_in_on.is_(None),
        Match.check_in_due <= bindparam("today"),
    ).order_by(Match.check_in_due, Match.id),
    MatchList.ENDED: _MATCHES.where(Match.stage == MatchStage.ENDED.value).order_by(
        Match.since.desc(), Match.id
    ),
}
_FIRST = {which: listed.limit(MOST_LISTED) for which, listed in _LISTS.items()}
_ASKED = cards_of(bindparam("person_id", type_=Key()))
_OF_PERSON = _MATCHES.where(
    or_(Match.person_id.in_(_ASKED), Match.visitor_id.in_(_ASKED))
).order_by(Match.since.desc(), Match.id)
_ONE = _MATCHES.where(Match.id == bindparam("match_id", type_=Key()))
_MATCHED = (
    select(func.count())
    .select_from(Match)
    .where(
        Match.person_id == Intake.person_id,
        Match.stage.in_(_OPEN),
        is_known_to_me(Match.visitor_id),
    )
    .scalar_subquery()
)
_GONE = (PersonStatus.DECEASED.value, PersonStatus.MOVED.value)
"""Nobody is sought for them, from whenever on they are gone."""
_CALLER = aliased(Person)
_LAST_CALL = (
    select(func.max(CourtesyCall.at))
    .where(CourtesyCall.person_id == Intake.person_id)
    .scalar_subquery()
)
_WAITING = (
    select(
        Intake.person_id,
        Person.given_name,
        Person.family_name,
        Person.address_protected,
        Area.name.label("area"),
        func.coalesce(Intake.waiting_since, Intake.requested_on).label("since"),
        Intake.waiting_reason,
        VisitingWish.wanted,
        _MATCHED.label("matched"),
        Person.last_contact,
        _LAST_CALL.label("called_at"),
        _CALLER.given_name.label("caller_given"),
        _CALLER.family_name.label("caller_family"),
    )
    .join(Person, Person.id == Intake.person_id)
    .outerjoin(CourtesyCaller, CourtesyCaller.person_id == Intake.person_id)
    .outerjoin(_CALLER, and_(_CALLER.id == CourtesyCaller.visitor_id, is_known_to_me(_CALLER.id)))
    .outerjoin(Area, Area.id == Person.area_id)
    .outerjoin(VisitingWish, VisitingWish.person_id == Intake.person_id)
    .where(
        is_known_to_me(Intake.person_id),
        Person.status.not_in(_GONE),
        Intake.service == Service.VISITING.value,
        or_(
            Intake.stage == Stage.WAITING.value,
            (Intake.stage == Stage.ACCEPTED.value) & (VisitingWish.wanted > _MATCHED),
        ),
    )
    .order_by("since", Intake.person_id)
    .limit(MOST_LISTED)
)


def list_matches(connection: Connection, which: MatchList, today: date) -> tuple[MatchRow, ...]:
    """Answer the matches of a list: who has stood longest first, ended ones newest first."""
    values = {"today": today} if which is MatchList.CHECK_IN else {}
    return _as_rows(connection.execute(_FIRST[which], values))


def matches_of(connection: Connection, person_id: UUID) -> tuple[MatchRow, ...]:
    """Answer the matches of somebody, as the one visited or the one who visits, newest first."""
    return _as_rows(connection.execute(_OF_PERSON, {"person_id": person_id}))


def match_row(connection: Connection, match_id: UUID) -> MatchRow | None:
    """Answer one match; None where there is none, or of somebody not known here."""
    rows = _as_rows(connection.execute(_ONE, {"match_id": match_id}))
    return rows[0] if rows else None


def waiting_people(connection: Connection) -> tuple[WaitingRow, ...]:
    """Answer who waits for a volunteer, who has waited longest first."""
    found: dict[UUID, WaitingRow] = {}
    for row in connection.execute(_WAITING):
        waits = WaitingRow(
            row.person_id,
            full_name(row.given_name, row.family_name),
            row.address_protected,
            row.area or "",
            row.since,
            row.waiting_reason,
            row.wanted or 1,
            row.matched,
            row.wanted is not None,
            row.last_contact,
            row.called_at.astimezone().date() if row.called_at else None,
            full_name(row.caller_given or "", row.caller_family or ""),
        )
        if waits.matched < waits.wanted:
            found.setdefault(waits.id, waits)
    return tuple(found.values())


def _as_rows(rows: Iterable[Any]) -> tuple[MatchRow, ...]:
    return tuple(
        MatchRow._make(
            (
                *row[:4],
                MatchStage(row.stage),
                *row[5:17],
                full_name(row.given_name, row.family_name),
                full_name(row.visitor_given, row.visitor_family),
            )
        )
        for row in rows
    )
