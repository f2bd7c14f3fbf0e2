"""The state of a file, made of the rows of all cards of one human being."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from app.clients.rules import PersonStatus
from app.privacy.rules import FileState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NEGATIVE = ("declined", "unsuitable", "withdrawn")
"""Stages of a request that led to nothing; see `app.intake.rules.Stage`."""
_PLANNED, _HELD = "planned", "held"


def state_of(cards: Sequence[Any], facts: Mapping[str, Sequence[Any]], today: date) -> FileState:
    """Answer the state of a file.

    `cards` have status, status_from and last_contact; `facts` are "roles" as (role, until),
    "intakes" as (stage, decided on, requested on), "visits" as (status, latest start), "notes"
    as (latest instant,), and one entry in "tasks" for each open task.
    """
    died = max((card.status_from for card in cards if _has_died(card)), default=None)
    ended, current = _roles(facts["roles"], died, today)
    return FileState(
        ended_roles=tuple(ended),
        has_current_role=bool(current),
        is_client_only=current == {"client"},
        has_open_business=died is None and _is_open(facts, today),
        was_visited=any(status == _HELD for status, _start in facts["visits"]),
        declined_on=_declined_on(facts["intakes"]),
        last_contact=max(_contacts(cards, facts, today), default=None),
    )


def local_midnight(day: date) -> datetime:
    """Answer the instant at which a local day begins."""
    return datetime.combine(day, time.min).astimezone()


def _has_died(card: Any) -> bool:  # noqa: ANN401 - a row with status and its day
    return card.status == PersonStatus.DECEASED and card.status_from is not None


def _roles(
    roles: Sequence[Any], died: date | None, today: date
) -> tuple[list[tuple[str, date]], set[str]]:
    ended, current = [], set()
    for role, until in roles:
        end = min((day for day in (until, died) if day is not None), default=None)
        if end is not None and end < today:
            ended.append((role, end))
        else:
            current.add(role)
    return ended, current


def _is_open(facts: Mapping[str, Sequence[Any]], today: date) -> bool:
    """Answer whether something is still going on; what was accepted ends with the role."""
    waiting = any(stage in {"open", "waiting"} for stage, *_days in facts["intakes"])
    planned = any(status == _PLANNED and start.date() >= today for status, start in facts["visits"])
    return waiting or planned or bool(facts["tasks"])


def _declined_on(intakes: Sequence[Any]) -> date | None:
    """Answer the last day of a request that led to nothing, when none led to anything."""
    if any(stage not in NEGATIVE for stage, *_days in intakes):
        return None
    return max((decided or requested for _stage, decided, requested in intakes), default=None)


def _contacts(
    cards: Sequence[Any], facts: Mapping[str, Sequence[Any]], today: date
) -> Iterator[date]:
    yield from (card.last_contact for card in cards if card.last_contact is not None)
    for status, start in facts["visits"]:
        if status == _HELD and start.date() <= today:
            yield start.date()
    yield from (_local_day(at) for (at,) in facts["notes"])


def _local_day(at: datetime) -> date:
    return at.astimezone().date()
