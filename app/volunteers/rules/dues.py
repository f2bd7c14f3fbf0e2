"""What is to be done about a volunteer, and by when: proofs, insurance, lines that must go."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from app.errors import N_
from app.volunteers.rules.standing import ProofState, to_do

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from app.volunteers.rules.standing import Standing

INSURANCE = N_("Insurance")
INSURANCE_WARN_DAYS = 60
"""How long before its end an insurance is asked about."""


class Due(NamedTuple):
    """One thing to be done; `title` is English and translated where it is shown."""

    title: str
    state: ProofState
    due_on: date | None
    """None is as soon as possible."""


def dues(
    found: Iterable[Standing],
    insured_until: date | None,
    deletions: Iterable[tuple[str, date]],
    today: date,
    *,
    has_left: bool,
) -> tuple[Due, ...]:
    """Answer what is to be done, what is due first in front.

    `deletions` are titles of proofs with the day on which their line must go. Of somebody who
    left nothing else is asked.
    """
    wanted = [Due(title, ProofState.DELETE, day) for title, day in deletions]
    if not has_left:
        wanted += (Due(one.requirement.title, one.state, one.due_on) for one in to_do(found))
        wanted += _insurance(insured_until, today)
    return tuple(sorted(wanted, key=urgency))


def urgency(due: Due) -> str:
    """Answer a key that sorts by the day; what has none comes first."""
    return due.due_on.isoformat() if due.due_on else ""


def _insurance(until: date | None, today: date) -> Iterator[Due]:
    if until is None or until - timedelta(days=INSURANCE_WARN_DAYS) > today:
        return
    yield Due(INSURANCE, ProofState.EXPIRED if until < today else ProofState.SOON, until)
