"""When a person's file ends: what keeps it open, what closed it, and on which day it may go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.privacy.rules.periods import DECLINED, add_months

if TYPE_CHECKING:
    from datetime import date

    from app.privacy.rules.periods import Keeping, Period


@dataclass(frozen=True, slots=True)
class FileState:
    """What is known of all cards of one human being together; days are local."""

    ended_roles: tuple[tuple[str, date], ...] = ()
    """Each role that has ended, with its last day; death ends all roles."""
    has_current_role: bool = False
    is_client_only: bool = False
    """Whether the only current role is that of a client."""
    has_open_business: bool = False
    """Whether a request is open, waiting or accepted, a task is open, or a visit is planned."""
    was_visited: bool = False
    declined_on: date | None = None
    """The last day on which a request was declined; None when none was, or another was not."""
    last_contact: date | None = None
    """The last day of anything else that happened with the person."""


@dataclass(frozen=True, slots=True)
class Due:
    """A file that ends: by which period, because of what day, and from which day on."""

    period: Period
    since: date
    on: date


def due_of(state: FileState, keeping: Keeping) -> Due | None:
    """Answer how a file ends; None while it is open, or when no period is for it.

    Of several roles the one whose period ends last decides; later contact begins it anew.
    """
    if state.has_open_business:
        return None
    if state.has_current_role:
        return _declined(state, keeping)
    ends = [_end(state, keeping, role, day) for role, day in state.ended_roles]
    found = [due for due in (*ends, _declined(state, keeping)) if due is not None]
    return max(found, key=lambda due: (due.on, due.period.role != DECLINED), default=None)


def _declined(state: FileState, keeping: Keeping) -> Due | None:
    is_free = not state.has_current_role or state.is_client_only
    if state.declined_on is None or state.was_visited or not is_free:
        return None
    return _end(state, keeping, DECLINED, state.declined_on)


def _end(state: FileState, keeping: Keeping, role: str, day: date) -> Due | None:
    period = next((period for period in keeping.periods if period.role == role), None)
    if period is None:
        return None
    since = max(day, state.last_contact or day)
    return Due(period, since, add_months(since, period.months))
