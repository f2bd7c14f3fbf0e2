"""How a row of a suitcase fits into the office: what follows it, and what stands in its way."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from app.clients.card_writing import follow_name
from app.clients.contact import recount_contact
from app.clients.rules import PersonStatus
from app.journal.actions.filling import follow_text
from app.matches.ending import end_matches_of_deceased
from db.advice import AdviceContact
from db.booking import Appointment
from db.journal import Note
from db.people import Person
from db.suitcase_lines import values_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from app.office import Act
    from db.suitcase_base import Change

_CLOCK = "{:02}:{:02}"
_OF_CONTACTS = frozenset({Appointment.__table__, AdviceContact.__table__})


class Blocked(StrEnum):
    """Why a row does not fit into the office as it is."""

    TIME_TAKEN = "time_taken"
    """The office gave the same time, counter or number to somebody else."""
    PARENT_GONE = "parent_gone"
    """The office has removed what it belongs to."""
    TWIN = "twin"
    """The office has one already that there can be only once."""


def after_writing(act: Act, table: Table, row: Any, *, is_new: bool) -> None:  # noqa: ANN401 - any row
    """Bring what is made of a row into step with it: words of notes and names, matches."""
    if table is Note.__table__:
        follow_text(act, row, is_new=is_new)
    elif table is Person.__table__:
        follow_name(act, row)
        if row.status == PersonStatus.DECEASED and not is_new:
            end_matches_of_deceased(act, row.id, row.status_from)


def after_keeping(act: Act, table: Table, row: Any) -> None:  # noqa: ANN401 - any row
    """Count anew when somebody was reached, once a row about that stands in the office or left."""
    if table in _OF_CONTACTS and row.person_id is not None:
        recount_contact(act, row.person_id)


def why_blocked(session: Session, table: Table, change: Change) -> Blocked:
    """Answer why a row could not be written."""
    values = values_of(table, change.came or {})
    for key in table.foreign_keys:
        value, target = values.get(key.parent.name), key.column
        there = select(target).where(target == value)
        if value is not None and session.execute(there).first() is None:
            return Blocked.PARENT_GONE
    return Blocked.TIME_TAKEN if table is Appointment.__table__ else Blocked.TWIN


def fitted(
    session: Session, table: Table, change: Change, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Answer values that fit: whose time was given away stands in the queue of the same halt."""
    words = dict(values)
    if table is not Appointment.__table__:
        return words
    came = values_of(table, change.came or {})
    if came.get("starts_at") is not None:
        said = _CLOCK.format(*divmod(came["starts_at"], 60))
        words["note"] = " · ".join(filter(None, (said, came.get("note", ""))))
    number = _next_number(session, came.get("tour_halt_id"))
    words.update(starts_at=None, counter=0, queue_number=number)
    if came.get("kind") == "booked":
        words["kind"] = "walk_in"
    if came.get("state") in {"booked", "called"}:
        words["state"] = "waiting"
    return words


def is_numbered(table: Table, change: Change) -> bool:
    """Answer whether a row is a number in the queue, which the office may give anew."""
    return table is Appointment.__table__ and (change.came or {}).get("starts_at") is None


def _next_number(session: Session, halt: UUID | None) -> int | None:
    if halt is None:
        return None
    last = select(func.max(Appointment.queue_number)).where(Appointment.tour_halt_id == halt)
    return (session.scalar(last) or 0) + 1
