"""Cancels a day of a tour or one of its stops, and notes who is to be told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.drafts.actions import discard_draft
from app.errors import Problem, Refused
from app.mobile_advice.tours.freeing import asked_for, free_mediators, to_tell
from app.mobile_advice.tours.keeping import (
    SavedDay,
    crew_of_day,
    finish,
    halts_of_day,
    opened_day,
    remember,
    standing_at,
    still_open,
)
from app.mobile_advice.tours.queries import ORIGIN
from app.mobile_advice.tours.rules import NO_REASON, DayState, HaltState
from app.tasks.actions import open_task
from app.tasks.rules import TaskValues
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from uuid import UUID

    from app.office import Act
    from db.booking import Appointment, InterpreterRequest
    from db.tours import TourDay

CANCEL_FORM = "mobile_cancel"
"""Draft name of the form that cancels a day or a stop; its subject is the day."""
LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Cancelling:
    """Why a day or a stop is cancelled, and what the tasks say that come of it."""

    reason: str
    halt_id: UUID | None = None
    """The stop; None is the whole day."""
    title: str = ""
    """Title of a task about one person, in the language of the window."""
    others: str = ""
    """Title of the task about those without a card, and about the crew."""
    mediators: str = ""
    """Title of a task about one request for a mediator; "{who}" stands for the requester."""
    keeps_mediators: bool = False
    """Whether the requests stay, as where the talk is held by telephone."""


def cancel_day(act: Act, day_id: UUID, version: int, wish: Cancelling) -> SavedDay:
    """Cancel a day, or one of its stops, with a reason.

    Appointments there are cancelled, and tasks say who is to be told: one about each person, and
    one about those without a card and the crew, and one about each mediator who was asked for an
    appointment: the request is cancelled with it, unless it is kept. Raises `Refused` without a
    reason.
    """
    row = still_open(opened_day(act, day_id, version))
    reason = wish.reason.strip()
    problems = check_text(wish.reason, "reason", longest=LONGEST_REASON)
    if not reason:
        problems = (Problem(NO_REASON, "reason"),)
    if problems:
        raise Refused(*problems)
    before = remember(act, row)
    halts = [one for one in halts_of_day(act, day_id) if one.id == wish.halt_id]
    for halt in halts:
        halt.state, halt.reason = HaltState.CANCELLED.value, reason
    row.is_fixed = True
    is_whole = not halts or _all_cancelled(act, day_id)
    if is_whole:
        row.state, row.reason = DayState.CANCELLED.value, reason
    gone = standing_at(act, day_id, None if is_whole else [halt.id for halt in halts])
    before = replace(before, booked=tuple((one.id, one.state) for one in gone))
    for one in gone:
        one.state = "cancelled"
    requests = asked_for(act, gone)
    wanted = (*_told(act, row, wish, gone), *_told_of_mediators(act, wish, requests))
    tasks = tuple([open_task(act, values, ORIGIN, row.id) for values in wanted])
    freed = () if wish.keeps_mediators else free_mediators(act, requests, reason)
    discard_draft(act, CANCEL_FORM, str(day_id))
    return finish(act, row, replace(before, freed=freed, tasks=tasks))


def _all_cancelled(act: Act, day_id: UUID) -> bool:
    act.session.flush()
    return all(one.state == HaltState.CANCELLED for one in halts_of_day(act, day_id))


def _told(
    act: Act, row: TourDay, wish: Cancelling, gone: Sequence[Appointment]
) -> Iterator[TaskValues]:
    """Answer who is to be told: a task about each person, one about all others and the crew."""
    # Who is told on the day itself is told too late.
    due = act.local_now.date()
    for person_id in dict.fromkeys(one.person_id for one in gone if one.person_id is not None):
        yield TaskValues(wish.title[:NAME_LENGTH], act.who, person_id=person_id, due_on=due)
    crew = [mate.name for mate in crew_of_day(act, row.id) if mate.name != act.who]
    others = [f"{one.name} {one.phone}".strip() for one in gone if one.person_id is None]
    names = [name for name in (*others, *crew) if name]
    if names:
        note = "\n".join((wish.reason.strip(), *names))
        yield TaskValues(wish.others[:NAME_LENGTH], act.who, note=note, due_on=due)


def _told_of_mediators(
    act: Act, wish: Cancelling, requests: Iterable[InterpreterRequest]
) -> Iterator[TaskValues]:
    """Answer a task about each request: who asked, and below that the mediator or the pool."""
    for request in requests:
        told = to_tell(act, request)
        title = wish.mediators.replace("{who}", told.who)[:NAME_LENGTH]
        note = "\n".join((wish.reason.strip(), *told.lines))
        yield TaskValues(title, act.who, note=note, due_on=act.local_now.date())
