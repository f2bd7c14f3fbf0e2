"""The queue of a halt: who is called next, and which step may follow which."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.errors import N_, Problem
from app.mobile_advice.booking.rules.words import NEXT, STATE_LABELS, State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

NOT_AFTER = N_("“{state}” cannot follow now: this appointment is “{was}”.")
ONLY_TODAY = N_("People without an appointment queue on the day itself.")
NOBODY_WAITS = N_("Nobody waits to be called.")


class Waiting(NamedTuple):
    """Somebody who is there and waits to be called."""

    id: UUID
    starts_at: int | None
    """Minutes after midnight; None without an appointment."""
    queue_number: int | None


def next_to_call(queue: Iterable[Waiting], minute: int) -> Waiting | None:
    """Answer who is called next: first whose time has come, then the queue, then who is early."""
    return min(queue, key=lambda one: _turn(one, minute), default=None)


def _turn(one: Waiting, minute: int) -> tuple[int, int]:
    if one.starts_at is not None:
        return (0 if one.starts_at <= minute else 2, one.starts_at)
    return (1, one.queue_number or 0)


def check_step(was: State, to: State) -> tuple[Problem, ...]:
    """Answer a problem when a step may not follow."""
    if to in NEXT[was]:
        return ()
    return (
        Problem(
            NOT_AFTER, "", {"state": Problem(STATE_LABELS[to]), "was": Problem(STATE_LABELS[was])}
        ),
    )
