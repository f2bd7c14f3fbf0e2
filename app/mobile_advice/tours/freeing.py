"""Mediators who were asked: freed when day or appointment is cancelled, asked again when not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from app.errors import Refused
from app.mobile_advice.mediators.framing import need_free
from app.mobile_advice.mediators.queries.people import names_of
from app.mobile_advice.mediators.rules import RequestState
from app.mobile_advice.tours.queries.cards import ORIGIN
from app.mobile_advice.tours.statements import ASKED_STATES, STANDING
from app.tasks.actions import open_task
from app.tasks.rules import TaskValues
from app.text_rules import NAME_LENGTH
from db.booking import Appointment, InterpreterPool, InterpreterRequest
from db.institutions import Institution
from db.tasks import Task
from resources.text import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from uuid import UUID

    from app.office import Act


class Freed(NamedTuple):
    """A request that an act cancelled, and what it was before."""

    id: UUID
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class Released:
    """What cancelling appointments meant for the mediators who were asked for them."""

    freed: tuple[Freed, ...] = ()
    tasks: tuple[UUID, ...] = ()
    """What was opened: whoever asked for a mediator is to be told."""


class ToTell(NamedTuple):
    """Who asked for a mediator, and who else is to be told, line by line."""

    who: str
    lines: tuple[str, ...]


def asked_for(act: Act, gone: Sequence[Appointment]) -> Sequence[InterpreterRequest]:
    """Answer the requests for appointments that are cancelled, and for no other that stands."""
    keys = {one.interpreter_request_id for one in gone} - {None}
    others = select(Appointment.interpreter_request_id).where(
        Appointment.interpreter_request_id.in_(keys),
        Appointment.state.in_(STANDING),
        Appointment.id.not_in([one.id for one in gone]),
    )
    keys -= set(act.session.scalars(others))
    wanted = select(InterpreterRequest).where(
        InterpreterRequest.id.in_(keys), InterpreterRequest.state.in_(ASKED_STATES)
    )
    return act.session.scalars(wanted.order_by(InterpreterRequest.from_time)).all()


def free_mediators(
    act: Act, requests: Iterable[InterpreterRequest], reason: str
) -> tuple[Freed, ...]:
    """Cancel requests for the reason of the day; answer what they were before."""
    freed = []
    for row in requests:
        freed.append(Freed(row.id, row.state, row.reason))
        row.state, row.reason = RequestState.CANCELLED.value, reason
        act.touch("mediators", row.id)
    return tuple(freed)


def release(act: Act, gone: Sequence[Appointment]) -> Released:
    """Free the mediators of single appointments that are cancelled; tasks say who is to be told."""
    requests = asked_for(act, gone)
    day_of = {one.interpreter_request_id: one.tour_day_id for one in gone}
    reason = _("The appointment was cancelled.")
    tasks = []
    for row in requests:
        told, tour_day_id = to_tell(act, row), day_of[row.id]
        title = _("Tell {who} that no mediator is needed on {day}")
        values = TaskValues(
            title.format(who=told.who, day=f"{row.day:%d.%m.%Y}")[:NAME_LENGTH],
            act.who,
            note="\n".join((reason, *told.lines)),
            due_on=act.local_now.date(),
        )
        origin = (ORIGIN, tour_day_id) if tour_day_id is not None else ("mediators", row.id)
        tasks.append(open_task(act, values, *origin))
    return Released(free_mediators(act, requests, reason), tuple(tasks))


def take_release_back(act: Act, released: Released) -> None:
    """Ask the mediators again; tasks that nobody touched go."""
    ask_again(act, released.freed)
    drop_untouched(act, released.tasks)


def drop_untouched(act: Act, tasks: Sequence[UUID]) -> None:
    """Delete tasks that an act had opened and nobody changed since."""
    mine = select(Task).where(Task.id.in_(tasks), Task.version == 1)
    for task in act.session.scalars(mine).all():
        act.session.delete(task)
        act.touch("tasks", task.id)


def ask_again(act: Act, freed: Iterable[Freed]) -> None:
    """Let requests be as they were; nobody is asked where the mediator has promised elsewhere."""
    for one in freed:
        row = act.session.get(InterpreterRequest, one.id)
        if row is None or row.state != RequestState.CANCELLED:
            continue
        if row.mediator_id is not None and not _is_free(act, row):
            row.mediator_id, row.state, row.reason = None, RequestState.REQUESTED.value, ""
        else:
            row.state, row.reason = one.state, one.reason
        act.touch("mediators", row.id)


def to_tell(act: Act, row: InterpreterRequest) -> ToTell:
    """Answer whom the office tells about a request; the requester, or who noted it, comes first."""
    institution = act.session.get(Institution, row.requester_id) if row.requester_id else None
    said = (institution.name if institution else "", row.requester, row.requested_by)
    return ToTell(next(filter(None, said)), tuple(_asked(act, row)))


def _asked(act: Act, row: InterpreterRequest) -> Iterator[str]:
    if row.mediator_id is not None:
        yield from names_of(act.session.connection(), [row.mediator_id]).values()
    if row.pool_id is not None:
        pool = act.session.get_one(InterpreterPool, row.pool_id)
        yield f"{pool.name} {pool.phone}".strip()


def _is_free(act: Act, row: InterpreterRequest) -> bool:
    try:
        need_free(act.session.connection(), row)
    except Refused:
        return False
    return True
