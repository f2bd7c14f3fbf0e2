"""What can be done about requests for mediators: ask, answer, settle, undo."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError

from app.clients.queries import home_country
from app.consent.actions import known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.expenses.rates import tariff_of
from app.mobile_advice.mediators.framing import Asking, frame_of, need_free
from app.mobile_advice.mediators.rules import (
    NOT_OVER,
    TAKES_A_MEDIATOR,
    RequestState,
    Settling,
    check_request,
    check_settling,
    check_step,
)
from app.mobile_advice.mediators.rules.request import NOBODY_ASKED
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me
from db.booking import Appointment, InterpreterRequest
from db.institutions import Institution

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.mediators.rules import RequestDetails
    from app.office import Act

REQUEST_FORM = "interpreter_request"
"""The form of a request in drafts; the subject is its id, or "" of a new one."""

GONE = N_("This request for a mediator is no longer in the office.")
MEDIATOR_JUST_TAKEN = N_("Somebody else just asked this mediator for the same time.")
NO_SUCH_REQUESTER = N_("This institution is no longer in the office.")
NO_SUCH_APPOINTMENT = N_("This appointment is no longer in the office.")

_FIELDS = (
    "state", "reason", "kilometres", "fee", "currency", "asked_on", "mediator_id", "pool_id",
)  # fmt: skip
_PLAIN = (
    "language", "gender_wish", "day", "from_time", "until_time", "way", "requester_id", "funding",
    "sworn_needed", "mediator_id", "pool_id", "person_id",
)  # fmt: skip
_TYPED = ("dialect", "subject", "place", "requester", "note")
_AFTERWARDS = frozenset({RequestState.DONE, RequestState.NO_SHOW})


@dataclass(frozen=True, slots=True)
class Before:
    """A request as it was before a step, with which the step is undone."""

    request_id: UUID
    version: int
    """After the step."""
    fields: dict[str, Any] = field(hash=False)


def save_mediator_request(
    act: Act, request_id: UUID, version: int, details: RequestDetails, draft: str = ""
) -> UUID:
    """Keep a request (`version` 0 for a new one, under an id made before); answer its id.

    Raises `Refused` beside the fields, with the nearest possible day, and who could come sooner.
    """
    row = act.session.get(InterpreterRequest, request_id)
    if row is not None and version == 0:
        return request_id
    row = known_request(act, request_id, version) if row is not None else None
    if row is None and version:
        raise Refused(Problem(GONE))
    asked_on = row.requested_at.astimezone().date() if row is not None else act.local_now.date()
    _check_keys(act, details)
    asked = Asking(act.local_now.date(), asked_on, row.pool_id if row is not None else None)
    frame = frame_of(act.session.connection(), details, asked, request_id)
    if row is not None and _is_same_time(row, details):
        # What was asked in time stays so, however near its day has come.
        frame = replace(frame, today=min(frame.today, row.day))
    if problems := check_request(details, frame):
        raise Refused(*problems)
    if row is None:
        row = InterpreterRequest(id=request_id, requested_by=act.who, requested_at=act.now)
        row.state, row.currency, row.reason = RequestState.REQUESTED.value, "", ""
        act.session.add(row)
    _write(row, details)
    _flush(act)
    _link(act, request_id, details.appointment_id)
    discard_draft(act, REQUEST_FORM, draft)
    act.touch("mediators", request_id)
    return request_id


def answer_mediator_request(
    act: Act, request_id: UUID, version: int, to: RequestState, reason: str = ""
) -> Before:
    """Say what became of a request: confirmed, declined, nobody came, cancelled, asked again."""
    row = known_request(act, request_id, version)
    if problems := check_step(RequestState(row.state), to, reason):
        raise Refused(*problems)
    if to is RequestState.CONFIRMED and row.mediator_id is None and row.pool_id is None:
        raise Refused(Problem(NOBODY_ASKED, "mediator_id"))
    if to in _AFTERWARDS and row.day > act.local_now.date():
        raise Refused(Problem(NOT_OVER))
    before = _step(row, to)
    if to in {RequestState.DECLINED, RequestState.CANCELLED}:
        row.reason = reason.strip()
    _flush(act)
    act.touch("mediators", request_id)
    return Before(row.id, row.version, before)


def settle_mediation(act: Act, request_id: UUID, version: int, settling: Settling) -> Before:
    """Note that a talk took place, with kilometres and fee."""
    row = known_request(act, request_id, version)
    problems = check_step(RequestState(row.state), RequestState.DONE, "")
    problems += check_settling(settling)
    if not problems and row.day > act.local_now.date():
        problems = (Problem(NOT_OVER),)
    if problems:
        raise Refused(*problems)
    before = _step(row, RequestState.DONE)
    row.kilometres, row.fee = settling.kilometres, settling.fee
    row.currency = tariff_of(home_country(act.session.connection())).currency
    _flush(act)
    act.touch("mediators", request_id)
    return Before(row.id, row.version, before)


def note_pool_asked(act: Act, request_id: UUID, version: int) -> Before:
    """Note that the letter or mail went to the pool today."""
    row = known_request(act, request_id, version)
    before = {name: getattr(row, name) for name in _FIELDS}
    row.asked_on = act.local_now.date()
    _flush(act)
    act.touch("mediators", request_id)
    return Before(row.id, row.version, before)


def undo_mediator_step(act: Act, before: Before) -> UUID:
    """Let a request be as it was; a mediator engaged elsewhere since is refused."""
    row = known_request(act, before.request_id, before.version)
    is_free_now = RequestState(row.state) not in TAKES_A_MEDIATOR
    for name, value in before.fields.items():
        setattr(row, name, value)
    if is_free_now and row.mediator_id is not None:
        need_free(act.session.connection(), row)
    _flush(act)
    act.touch("mediators", row.id)
    return row.id


def take_mediator_request_back(act: Act, request_id: UUID) -> None:
    """Delete a request that was just made by mistake."""
    row = known_request(act, request_id)
    asked = select(Appointment).where(Appointment.interpreter_request_id == request_id)
    for appointment in act.session.scalars(asked).all():
        appointment.interpreter_request_id = None
        act.touch("booking", appointment.id)
    act.session.flush()
    act.session.delete(row)
    act.touch("mediators", request_id)


def known_request(act: Act, request_id: UUID, version: int | None = None) -> InterpreterRequest:
    """Answer a request that the person at work may know of, in the version that was seen."""
    asked = select(InterpreterRequest).where(
        InterpreterRequest.id == request_id,
        or_(
            InterpreterRequest.person_id.is_(None),
            is_known_to_me(InterpreterRequest.__table__.c.person_id),
        ),
    )
    row = act.session.scalar(asked)
    if row is None:
        raise Refused(Problem(GONE))
    if version is not None and row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return row


def _check_keys(act: Act, details: RequestDetails) -> None:
    for name in ("person_id", "mediator_id"):
        if (key := getattr(details, name)) is not None:
            known_person(act, key, name)
    if details.requester_id and act.session.get(Institution, details.requester_id) is None:
        raise Refused(Problem(NO_SUCH_REQUESTER, "requester_id"))


def _is_same_time(row: InterpreterRequest, details: RequestDetails) -> bool:
    return (row.day, row.pool_id, row.mediator_id) == (
        details.day,
        details.pool_id,
        details.mediator_id,
    )


def _write(row: InterpreterRequest, details: RequestDetails) -> None:
    is_other = (row.mediator_id, row.pool_id) != (details.mediator_id, details.pool_id)
    for name in _PLAIN:
        setattr(row, name, getattr(details, name))
    for name in _TYPED:
        setattr(row, name, getattr(details, name).strip())
    if is_other and row.state in {RequestState.DECLINED, RequestState.CONFIRMED}:
        # Somebody else is asked now, and has said nothing yet.
        row.state, row.reason, row.asked_on = RequestState.REQUESTED.value, "", None


def _step(row: InterpreterRequest, to: RequestState) -> dict[str, Any]:
    before = {name: getattr(row, name) for name in _FIELDS}
    row.state = to.value
    if to is RequestState.REQUESTED:
        row.reason = ""
    return before


def _link(act: Act, request_id: UUID, appointment_id: UUID | None) -> None:
    """Let an appointment know who interprets there."""
    if appointment_id is None:
        return
    asked = select(Appointment).where(
        Appointment.id == appointment_id,
        or_(Appointment.person_id.is_(None), is_known_to_me(Appointment.__table__.c.person_id)),
    )
    appointment = act.session.scalar(asked)
    if appointment is None:
        raise Refused(Problem(NO_SUCH_APPOINTMENT))
    appointment.interpreter_request_id = request_id
    act.touch("booking", appointment_id)


def _flush(act: Act) -> None:
    try:
        act.session.flush()
    except IntegrityError as error:
        raise Refused(Problem(MEDIATOR_JUST_TAKEN, "mediator_id")) from error
