"""The words of handing over: three ways that are not the same, and how it stands."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class HandingKind(StrEnum):
    """In which way a matter is handed over."""

    ASSIGN = "assign"
    REFER = "refer"
    TRANSFER = "transfer"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return KIND_LABELS[self]

    @property
    def hint(self) -> str:
        """Who is responsible then, in one English sentence, translated where it is shown."""
        return _HINTS[self]

    @property
    def leaves(self) -> bool:
        """Whether it leaves the office."""
        return self is not HandingKind.ASSIGN


KIND_LABELS: Mapping[HandingKind, str] = MappingProxyType(
    {
        HandingKind.ASSIGN: N_("Assign to a colleague"),
        HandingKind.REFER: N_("Refer to another body"),
        HandingKind.TRANSFER: N_("Transfer to another body"),
    }
)
RECEIVED_LABELS: Mapping[HandingKind, str] = MappingProxyType(
    {
        HandingKind.REFER: N_("Referred to us"),
        HandingKind.TRANSFER: N_("Transferred to us"),
    }
)
"""What another institution did, translated where it is shown."""
_HINTS = {
    HandingKind.ASSIGN: N_("A colleague takes it up. It stays in the office."),
    HandingKind.REFER: N_("Another body helps as well. The office stays responsible."),
    HandingKind.TRANSFER: N_("Another body takes it over. The part of the office ends."),
}


class HandingState(StrEnum):
    """How a matter that was handed over stands."""

    SENT = "sent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DONE = "done"
    RETURNED = "returned"
    """Handed back by whoever had accepted it."""
    REVOKED = "revoked"
    """Taken back by whoever had sent it."""

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return STATE_LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self in {HandingState.SENT, HandingState.ACCEPTED}


STATE_LABELS: Mapping[HandingState, str] = MappingProxyType(
    {
        HandingState.SENT: N_("Sent, not answered"),
        HandingState.ACCEPTED: N_("Accepted"),
        HandingState.REJECTED: N_("Rejected"),
        HandingState.DONE: N_("Done"),
        HandingState.RETURNED: N_("Handed back"),
        HandingState.REVOKED: N_("Taken back"),
    }
)
FOLLOWING: Mapping[HandingState, tuple[HandingState, ...]] = MappingProxyType(
    {
        HandingState.SENT: (
            HandingState.ACCEPTED,
            HandingState.REJECTED,
            HandingState.DONE,
            HandingState.REVOKED,
        ),
        HandingState.ACCEPTED: (HandingState.DONE, HandingState.RETURNED, HandingState.REVOKED),
        HandingState.REJECTED: (),
        HandingState.DONE: (),
        HandingState.RETURNED: (),
        HandingState.REVOKED: (),
    }
)
"""What may come after what; who rejected or finished is not asked again."""
NEED_REASON = frozenset({HandingState.REJECTED, HandingState.RETURNED, HandingState.REVOKED})


class Fact(StrEnum):
    """One thing about a person that may be ticked for the receiver."""

    NAME = "name"
    BIRTH = "birth"
    ADDRESS = "address"
    PHONE = "phone"
    LANGUAGE = "language"
    LIVING = "living"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return FACT_LABELS[self]


FACT_LABELS: Mapping[Fact, str] = MappingProxyType(
    {
        Fact.NAME: N_("Name"),
        Fact.BIRTH: N_("Date of birth"),
        Fact.ADDRESS: N_("Address"),
        Fact.PHONE: N_("Phone"),
        Fact.LANGUAGE: N_("Languages and interpreter"),
        Fact.LIVING: N_("Whether she or he lives alone"),
        Fact.HINT: N_("What to know beforehand"),
    }
)


class RequestState(StrEnum):
    """How a request to open a card stands."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


REQUEST_LABELS: Mapping[RequestState, str] = MappingProxyType(
    {
        RequestState.OPEN: N_("Asked, not decided"),
        RequestState.GRANTED: N_("Granted"),
        RequestState.REFUSED: N_("Refused"),
    }
)
