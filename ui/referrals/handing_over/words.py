"""How matters that were handed over are said on screens."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.referrals.bases import bases
from app.referrals.handing_over.rules import (
    RECEIVED_LABELS,
    REQUEST_LABELS,
    HandingKind,
    HandingState,
    RequestState,
)
from resources.text import _
from ui import formats

if TYPE_CHECKING:
    from datetime import date

    from app.referrals.handing_over.queries import ReferralRow

_TONES = MappingProxyType(
    {
        HandingState.SENT: "attention",
        HandingState.ACCEPTED: "primary",
        HandingState.REJECTED: "danger",
        HandingState.DONE: "done",
        HandingState.RETURNED: "danger",
        HandingState.REVOKED: "plain",
    }
)
_TITLES = MappingProxyType(
    {basis.code: basis.title for country in ("DE", "DK") for basis in bases(country)}
)
_EXCERPT = 90


def name_words(row: ReferralRow) -> str:
    """Answer whom a matter is about; where not even the name was told, that."""
    return row.name or _("Somebody whose name was not told")


def kind_words(kind: str) -> str:
    """Answer in which way it is handed over."""
    return _(HandingKind(kind).label)


def way_words(row: ReferralRow) -> str:
    """Answer in which way it was handed on, or to the office."""
    return _(RECEIVED_LABELS[HandingKind(row.kind)]) if row.is_received else kind_words(row.kind)


def other_words(row: ReferralRow) -> str:
    """Answer who is on the other side: the receiver, or the institution that it came from."""
    return row.sender or row.receiver


def step_words(state: str, *, is_received: bool) -> str:
    """Answer a state; what came in was not sent by the office."""
    if is_received and state == HandingState.SENT:
        return _("Received, not answered")
    return _(HandingState(state).label)


def state_words(row: ReferralRow, today: date) -> str:
    """Answer how it stands, and whether an answer is overdue."""
    words = step_words(row.state, is_received=row.is_received)
    return _("{state}, overdue").format(state=words) if row.is_late(today) else words


def state_tone(row: ReferralRow, today: date) -> str:
    """Answer the tone of its state."""
    return "danger" if row.is_late(today) else _TONES[HandingState(row.state)]


def line_words(row: ReferralRow) -> str:
    """Answer the quiet line of a row: what is asked for, cut where it is long."""
    text = " ".join(row.reason.split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"


def basis_words(code: str, law: str = "") -> str:
    """Answer a legal basis with its sections."""
    title = _(_TITLES[code]) if code in _TITLES else code
    return f"{title} ({law})" if law else title


def due_words(row: ReferralRow) -> str:
    """Answer by when an answer is expected."""
    return formats.show_day(row.due_on) if row.due_on is not None else ""


def facts_words(row: ReferralRow) -> str:
    """Answer the reduced view, a line for each fact, or what the sender told."""
    return row.told or "\n".join(f"{label}: {value}" for label, value in row.facts)


def asked_words(state: str) -> str:
    """Answer how the own request for access stands; "" without one."""
    return _(REQUEST_LABELS[RequestState(state)]) if state else ""
