"""Nobody is in two places at once: a new visit must not overlap another of the same people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

VISITOR_IS_BUSY = N_(
    "{visitor} visits {client} at that time, from {start:%H:%M} to {end:%H:%M}. "
    "Please choose another time or another visitor."
)
VISITOR_IS_BUSY_ELSEWHERE = N_(
    "{visitor} has another visit at that time, from {start:%H:%M} to {end:%H:%M}. "
    "Please choose another time or another visitor."
)
CLIENT_IS_BUSY = N_(
    "{client} is visited by {visitor} at that time, from {start:%H:%M} to {end:%H:%M}. "
    "Please choose another time."
)


@dataclass(frozen=True, slots=True)
class Booking:
    """Who is with whom from when to when (naive local times)."""

    client_id: UUID
    client_name: str
    """Empty when the client may not be known to the person who plans."""
    visitor: str
    start: datetime
    end: datetime


def check_bookings(wanted: Booking, others: Iterable[Booking]) -> tuple[Problem, ...]:
    """Answer the first double booking of the client or the visitor, beside the start.

    One visit may begin at the very minute at which another ends.
    """
    for other in others:
        if other.start < wanted.end and wanted.start < other.end:
            message = _clash(wanted, other)
            if message:
                return (Problem(message, "start", _words(other)),)
    return ()


def _clash(wanted: Booking, other: Booking) -> str:
    if wanted.client_id == other.client_id:
        return CLIENT_IS_BUSY
    if not _same(wanted.visitor, other.visitor):
        return ""
    return VISITOR_IS_BUSY if other.client_name else VISITOR_IS_BUSY_ELSEWHERE


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _words(other: Booking) -> dict[str, object]:
    return {
        "visitor": other.visitor,
        "client": other.client_name,
        "start": other.start,
        "end": other.end,
    }
