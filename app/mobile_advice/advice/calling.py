"""The phone line: whom to call back, what came of each try, and opening a call again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.codes.queries import own_codes
from app.consent.actions import known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.mobile_advice.advice.figures import figures_on
from app.mobile_advice.advice.rules import (
    TOPICS,
    CallbackState,
    check_callback,
    check_step,
    next_try,
)
from app.mobile_advice.advice.rules.callback import WANTED_BEFORE
from app.mobile_advice.advice.statements import is_call_seen
from app.office import CHANGED_MEANWHILE
from app.text_rules import MISSING, NOTE_LENGTH, check_text
from app.visiting.holidays import holidays_between
from db.advice import Callback

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.mobile_advice.advice.rules import CallbackDetails
    from app.office import Act

CALL_FORM = "callback"
"""The form of a call in drafts; the subject is the call's id."""
NEW_CALL_FORM = "callback_new"
"""The form of a new call; the subject is the person's id, "" for somebody without a card."""
STEP_FORM = "callback_step"
"""The form of what came of a call; the subject is the call's id."""
CALL_GONE = N_("This call is no longer in the office.")
_LOOK_AHEAD = 14
"""Days in which the next working day is looked for."""


class CallResult(StrEnum):
    """What came of a try."""

    AGREED = "agreed"
    SETTLED = "settled"
    MISSED = "missed"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Tried:
    """How far a call had come before it was tried once more."""

    state: str
    attempts: int
    tried_at: datetime | None
    next_on: date | None
    note: str


def note_call(act: Act, call_id: UUID, details: CallbackDetails) -> UUID:
    """Note a call to be made under an id made before; a second time changes nothing."""
    if act.session.get(Callback, call_id) is not None:
        return call_id
    _check(act, details)
    row = Callback(
        id=call_id,
        state=CallbackState.OPEN.value,
        attempts=0,
        taken_by=act.who,
        taken_at=act.now,
        next_on=details.wanted_on or act.local_now.date(),
    )
    _write(row, details)
    act.session.add(row)
    for subject in ("", str(details.person_id or "")):
        discard_draft(act, NEW_CALL_FORM, subject)
    act.touch("advice", call_id)
    return call_id


def change_call(act: Act, call_id: UUID, version: int, details: CallbackDetails) -> UUID:
    """Change a call that is not made yet; answer its id."""
    row = _open(act, call_id, version)
    _check(act, details, row.wanted_on)
    if details.wanted_on is not None and details.wanted_on != row.wanted_on:
        row.next_on = details.wanted_on
    _write(row, details)
    discard_draft(act, CALL_FORM, str(call_id))
    act.touch("advice", call_id)
    return call_id


def take_step_of_call(
    act: Act, call_id: UUID, version: int, result: str, on: date | None = None, note: str = ""
) -> UUID:
    """Say what came of a call; where another one was agreed, on which day. Answer its id."""
    if result == CallResult.AGREED:
        if on is None:
            raise Refused(Problem(MISSING, "on"))
        agree_on_call(act, call_id, version, on, note)
    elif result == CallResult.MISSED:
        miss_call(act, call_id, version, note)
    else:
        close_call(act, call_id, version, is_reached=result == CallResult.SETTLED, note=note)
    discard_draft(act, STEP_FORM, str(call_id))
    return call_id


def miss_call(act: Act, call_id: UUID, version: int, note: str = "") -> UUID:
    """Say that nobody answered: it is tried again on a later working day. Answer its id."""
    row = _open(act, call_id, version)
    _need_words(note)
    today = act.local_now.date()
    _try(act, row, note)
    row.next_on = next_try(today, figures_on(today).retry_days, _closed(act, today))
    return call_id


def agree_on_call(act: Act, call_id: UUID, version: int, on: date, note: str = "") -> UUID:
    """Say that somebody was reached and wants to be called again on a day; answer the id."""
    row = _open(act, call_id, version)
    _need_words(note)
    if on < act.local_now.date():
        raise Refused(Problem(WANTED_BEFORE, "on"))
    _try(act, row, note)
    row.state, row.next_on = CallbackState.REACHED.value, on
    return call_id


def close_call(act: Act, call_id: UUID, version: int, *, is_reached: bool, note: str = "") -> UUID:
    """Say that a call is settled, or that nobody tries any more; answer its id."""
    row = _open(act, call_id, version)
    _need_words(note)
    if is_reached:
        _try(act, row, note)
    elif note:
        row.note = _with(row.note, note)
    row.state = (CallbackState.DONE if is_reached else CallbackState.GIVEN_UP).value
    row.next_on = None
    act.touch("advice", row.id)
    return call_id


def restore_call(act: Act, call_id: UUID, version: int, before: Tried) -> UUID:
    """Take a try back: the call stands as it stood before. Raises `Conflict`."""
    row = _known(act, call_id)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    row.state, row.attempts, row.tried_at = before.state, before.attempts, before.tried_at
    row.next_on, row.note = before.next_on, before.note
    act.touch("advice", call_id)
    return call_id


def reopen_call(act: Act, call_id: UUID) -> UUID:
    """Open a call again, due today; answer its id."""
    row = _known(act, call_id)
    if problems := check_step(row.state, closes=False):
        raise Refused(*problems)
    row.state, row.next_on = CallbackState.OPEN.value, act.local_now.date()
    row.contact_id = None
    act.touch("advice", call_id)
    return call_id


def take_call_back(act: Act, call_id: UUID) -> UUID:
    """Delete a call that was just noted by mistake; answer its id."""
    row = _known(act, call_id)
    act.session.delete(row)
    act.touch("advice", call_id)
    return call_id


def settle_call(act: Act, call_id: UUID, contact_id: UUID) -> None:
    """Close a call with the record of it; one that is closed already stays as it is."""
    row = _known(act, call_id)
    if not check_step(row.state, closes=True):
        _try(act, row, "")
        row.state, row.next_on = CallbackState.DONE.value, None
        row.contact_id = contact_id


def _check(act: Act, details: CallbackDetails, kept: date | None = None) -> None:
    today = act.local_now.date()
    own = own_codes(act.session.connection(), TOPICS.name)
    first = min(today, kept) if kept is not None else today
    if problems := check_callback(details, first, own):
        raise Refused(*problems)
    if details.person_id is not None:
        known_person(act, details.person_id, "person_id")


def _write(row: Callback, details: CallbackDetails) -> None:
    row.caller, row.phone = details.caller.strip(), details.phone.strip()
    row.person_id, row.wish, row.topic = details.person_id, details.wish, details.topic
    row.language, row.who = details.language, details.who.strip()
    row.wanted_on, row.wanted_time = details.wanted_on, details.wanted_time.strip()


def _try(act: Act, row: Callback, note: str) -> None:
    row.attempts += 1
    row.tried_at = act.now
    row.note = _with(row.note, note)
    act.touch("advice", row.id)


def _with(kept: str, more: str) -> str:
    return "\n".join(filter(None, (kept, more.strip())))[-NOTE_LENGTH:]


def _need_words(note: str) -> None:
    if problems := check_text(note, "note", longest=NOTE_LENGTH, lines=True):
        raise Refused(*problems)


def _closed(act: Act, today: date) -> frozenset[date]:
    after = today + timedelta(days=_LOOK_AHEAD)
    holidays = holidays_between(act.session.connection(), today, after)
    return frozenset(holiday.day for holiday in holidays)


def _open(act: Act, call_id: UUID, version: int) -> Callback:
    row = _known(act, call_id)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if problems := check_step(row.state, closes=True):
        raise Refused(*problems)
    return row


def _known(act: Act, call_id: UUID) -> Callback:
    row = act.session.scalar(select(Callback).where(Callback.id == call_id, is_call_seen()))
    if row is None:
        raise Refused(Problem(CALL_GONE))
    return row
