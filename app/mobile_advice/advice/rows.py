"""What is answered about contacts and calls: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from app.mobile_advice.advice.rules import CallbackDetails, ContactDetails

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.areas.queries import AreaGroup


class ContactRow(NamedTuple):
    """One contact in a list."""

    id: UUID
    version: int
    day: date
    at: datetime
    kind: str
    person_id: UUID | None
    name: str
    """"" where nobody is named."""
    stop_id: UUID | None
    stop: str
    area_id: UUID | None
    area: str
    topics: tuple[str, ...]
    age_band: str
    sex: str
    language: str
    interpreter: bool
    interpreter_request_id: UUID | None
    tour_halt_id: UUID | None
    appointment_id: UUID | None
    minutes: int | None
    present: int
    was_here_before: bool | None
    outcome: str
    follow_up_on: date | None
    task_id: UUID | None
    note: str
    who: str
    source: str

    def as_details(self) -> ContactDetails:
        """Answer the contact as its form has it."""
        same = {
            name: getattr(self, name) for name in ContactDetails.__slots__ if name in self._fields
        }
        return ContactDetails(**same)


class ReferralRow(NamedTuple):
    """Where somebody was sent on to."""

    id: UUID
    on: date
    target: str
    """Name of the institution, or what was typed."""
    institution_id: UUID | None
    with_data: bool


@dataclass(frozen=True, slots=True)
class ContactCard:
    """One contact with what followed from it."""

    row: ContactRow
    referrals: tuple[ReferralRow, ...]
    task_state: str
    """State of the task that the follow-up became; "" without one."""


class StopChoice(NamedTuple):
    """A stop that can be chosen, and when the bus stands there on the day."""

    id: UUID
    name: str
    halt_id: UUID | None
    from_time: int | None
    until_time: int | None


@dataclass(frozen=True, slots=True)
class ContactToEdit:
    """What the form of a contact begins with."""

    contact_id: UUID | None
    """None for a new one."""
    version: int
    details: ContactDetails
    name: str
    """Of the person it is about; "" for nobody in particular."""
    stops: tuple[StopChoice, ...]
    areas: tuple[AreaGroup, ...] = ()
    callback_id: UUID | None = None
    """The call that is settled by it."""
    appointment_id: UUID | None = None
    caller: str = ""
    """Who called, where that is no person of the office."""


class CallRow(NamedTuple):
    """One call to be made."""

    id: UUID
    version: int
    caller: str
    phone: str
    person_id: UUID | None
    name: str
    """Of the person, or of the caller."""
    wish: str
    topic: str
    language: str
    wanted_on: date | None
    wanted_time: str
    state: str
    attempts: int
    tried_at: datetime | None
    next_on: date | None
    who: str
    taken_by: str
    taken_at: datetime
    note: str
    contact_id: UUID | None

    def as_details(self) -> CallbackDetails:
        """Answer the call as its form has it."""
        return CallbackDetails(
            self.caller,
            self.phone,
            self.person_id,
            self.wish,
            self.topic,
            self.language,
            self.wanted_on,
            self.wanted_time,
            self.who,
        )


@dataclass(frozen=True, slots=True)
class PersonAdvice:
    """What one person was advised, and the calls about it, the newest first."""

    contacts: tuple[ContactRow, ...]
    calls: tuple[CallRow, ...]


@dataclass(frozen=True, slots=True)
class CallToEdit:
    """What the form of a call begins with."""

    call_id: UUID | None
    version: int
    details: CallbackDetails
    name: str


class TallyStroke(NamedTuple):
    """One contact of today's tally."""

    id: UUID
    topic: str
    age_band: str
    area_id: UUID | None
    kind: str
    stop_id: UUID | None


@dataclass(frozen=True, slots=True)
class TallySheet:
    """What the tally offers, and what was counted today."""

    stops: tuple[StopChoice, ...]
    areas: tuple[tuple[UUID, str], ...]
    strokes: tuple[TallyStroke, ...]
    """In the order in which they were counted."""
