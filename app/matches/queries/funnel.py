"""From enquiry to match: how many came how far, and why the others did not, on both sides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Date, and_, bindparam, exists, or_, select

from app.clients.queries import home_country
from app.intake.rules import ENDS, Service, Stage
from app.matches.rules import VISITING, EndedBy, MatchStage
from app.volunteers.queries.held import NOTHING, all_held
from app.volunteers.requirements import requirements_on
from app.volunteers.rules import VolunteerStage, stage_of, standings
from db.access import is_known_to_me
from db.intake import Intake
from db.matches import Match, MatchEvent, VisitingWish
from db.volunteers import Volunteer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


class Side(StrEnum):
    """Whose way it is."""

    PERSON = "person"
    VOLUNTEER = "volunteer"


class FunnelStep(StrEnum):
    """How far somebody came; each step counts those who came at least as far."""

    ENQUIRED = "enquired"
    APPLIED = "applied"
    WISHES = "wishes"
    TALKED = "talked"
    ACTIVE = "active"
    PROPOSED = "proposed"
    INTRODUCED = "introduced"
    VISITS = "visits"


_WAYS = {
    Side.PERSON: (
        FunnelStep.ENQUIRED, FunnelStep.WISHES, FunnelStep.PROPOSED, FunnelStep.INTRODUCED,
        FunnelStep.VISITS,
    ),
    Side.VOLUNTEER: (
        FunnelStep.APPLIED, FunnelStep.TALKED, FunnelStep.ACTIVE, FunnelStep.PROPOSED,
        FunnelStep.INTRODUCED, FunnelStep.VISITS,
    ),
}  # fmt: skip


class StepRow(NamedTuple):
    """One step of one side."""

    side: Side
    step: FunnelStep
    people: int
    of_all: float
    """The part of those who began, 0 to 1."""


class DropOutRow(NamedTuple):
    """One reason why people of one side went no further."""

    side: Side
    what: str
    """"request" before a match, "match" for the end of one, "left" for a file that ended."""
    reason: str
    people: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """The ways of all who began within a time."""

    steps: tuple[StepRow, ...]
    drop_outs: tuple[DropOutRow, ...]
    still_waiting: int
    """People who wait, or whose request is open."""


_FIRST, _LAST = bindparam("first", type_=Date()), bindparam("last", type_=Date())
_REQUESTS = (
    select(Intake.person_id, Intake.stage, Intake.reason, VisitingWish.id.label("wish"))
    .outerjoin(VisitingWish, VisitingWish.person_id == Intake.person_id)
    .where(
        Intake.service == Service.VISITING.value,
        Intake.requested_on >= _FIRST,
        Intake.requested_on <= _LAST,
        is_known_to_me(Intake.person_id),
    )
    .order_by(Intake.requested_on, Intake.id)
)
_FILES = (
    select(
        Volunteer.id,
        Volunteer.person_id,
        Volunteer.active_from,
        Volunteer.left_on,
        Volunteer.left_reason,
    )
    .where(
        Volunteer.applied_on >= _FIRST,
        Volunteer.applied_on <= _LAST,
        is_known_to_me(Volunteer.person_id),
    )
    .order_by(Volunteer.id)
)
_VISITED = exists().where(
    MatchEvent.match_id == Match.id,
    MatchEvent.stage.in_([MatchStage.TRIAL.value, MatchStage.RUNNING.value]),
)
_MATCHES = select(
    Match.person_id,
    Match.visitor_id,
    or_(Match.introduced_on.is_not(None), _VISITED).label("introduced"),
    or_(
        _VISITED,
        Match.running_from.is_not(None),
        Match.stage.in_([stage.value for stage in VISITING]),
    ).label("visits"),
    Match.ended_by,
    Match.end_reason,
).where(
    and_(is_known_to_me(Match.person_id), is_known_to_me(Match.visitor_id)),
    Match.proposed_on >= _FIRST,
)
_BEFORE_TALK = frozenset({VolunteerStage.APPLICATION})


def match_funnel(connection: Connection, first: date, last: date, today: date) -> Funnel:
    """Answer how far those came who asked or applied from a day to another, inclusive."""
    span = {"first": first, "last": last}
    matches = connection.execute(_MATCHES, {"first": first}).all()
    requests = connection.execute(_REQUESTS, span).all()
    people: dict[UUID, set[FunnelStep]] = {}
    for row in requests:
        reached = people.setdefault(row.person_id, {FunnelStep.ENQUIRED})
        if row.wish is not None:
            reached.add(FunnelStep.WISHES)
    volunteers, left = _volunteers(connection, span, today)
    _add_matches(people, ((row.person_id, row.introduced, row.visits) for row in matches))
    _add_matches(volunteers, ((row.visitor_id, row.introduced, row.visits) for row in matches))
    ended = Counter((Stage(row.stage), row.reason) for row in requests if row.stage in ENDS)
    waits = {row.person_id for row in requests if row.stage in {Stage.OPEN, Stage.WAITING}}
    return Funnel(
        (*_steps(Side.PERSON, people), *_steps(Side.VOLUNTEER, volunteers)),
        (
            *_rows(Side.PERSON, "request", Counter(reason for (_, reason) in ended.elements())),
            *_rows(Side.PERSON, "match", _ends(matches, EndedBy.PERSON, people)),
            *_rows(Side.VOLUNTEER, "left", left),
            *_rows(Side.VOLUNTEER, "match", _ends(matches, EndedBy.VOLUNTEER, volunteers)),
        ),
        len(waits),
    )


def _volunteers(
    connection: Connection, span: dict[str, date], today: date
) -> tuple[dict[UUID, set[FunnelStep]], Counter[str]]:
    required = requirements_on(connection, home_country(connection), today)
    held, left = all_held(connection), Counter[str]()
    found: dict[UUID, set[FunnelStep]] = {}
    for row in connection.execute(_FILES, span):
        reached = found.setdefault(row.person_id, {FunnelStep.APPLIED})
        states = standings(required, held.get(row.id, NOTHING).held, today)
        stage = stage_of(states, row.active_from, None, today)
        if stage not in _BEFORE_TALK:
            reached.add(FunnelStep.TALKED)
        if stage is VolunteerStage.ACTIVE:
            reached.add(FunnelStep.ACTIVE)
        if row.left_on is not None and row.left_on < today:
            left[row.left_reason] += 1
    return found, left


def _add_matches(
    found: dict[UUID, set[FunnelStep]], matches: Iterable[tuple[UUID, bool, bool]]
) -> None:
    for key, introduced, visits in matches:
        if (reached := found.get(key)) is None:
            continue
        reached.add(FunnelStep.PROPOSED)
        if introduced:
            reached.add(FunnelStep.INTRODUCED)
        if visits:
            reached.add(FunnelStep.VISITS)


def _steps(side: Side, found: dict[UUID, set[FunnelStep]]) -> list[StepRow]:
    """Answer the steps; whoever came to a later one came to those before."""
    way = _WAYS[side]
    furthest = [max(way.index(step) for step in reached) for reached in found.values()]
    return [
        StepRow(side, step, count := sum(far >= place for far in furthest),
                count / len(furthest) if furthest else 0.0)
        for place, step in enumerate(way)
    ]  # fmt: skip


def _ends(
    matches: Iterable[Any], side: EndedBy, found: dict[UUID, set[FunnelStep]]
) -> Counter[str]:
    key = "person_id" if side is EndedBy.PERSON else "visitor_id"
    return Counter(
        row.end_reason for row in matches if row.ended_by == side and getattr(row, key) in found
    )


def _rows(side: Side, what: str, reasons: Counter[str]) -> list[DropOutRow]:
    return [DropOutRow(side, what, reason, count) for reason, count in reasons.most_common()]
