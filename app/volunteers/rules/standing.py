"""How a volunteer stands: each requirement, the stage that follows, what is missing by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.errors import N_
from app.volunteers.rules.words import VolunteerStage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.volunteers.rules.requirements import Requirement


class ProofState(StrEnum):
    """How a requirement stands for a volunteer on a day."""

    MISSING = "missing"
    FAILED = "failed"
    """Inspected, with the result that the volunteer cannot visit."""
    EXPIRED = "expired"
    """Over, and the time of grace as well."""
    GRACE = "grace"
    SOON = "soon"
    MET = "met"
    WAIVED = "waived"
    DELETE = "delete"
    """The volunteer left, and the line must go."""

    @property
    def lets_go_on(self) -> bool:
        """Whether the volunteer may visit by it."""
        return self in _GOOD


_GOOD = frozenset({ProofState.GRACE, ProofState.SOON, ProofState.MET, ProofState.WAIVED})
PROOF_LABELS = {
    ProofState.MISSING: N_("Missing"),
    ProofState.FAILED: N_("Speaks against visits"),
    ProofState.EXPIRED: N_("Expired"),
    ProofState.GRACE: N_("Expired, still tolerated"),
    ProofState.SOON: N_("Expires soon"),
    ProofState.MET: N_("Done"),
    ProofState.WAIVED: N_("Waived"),
    ProofState.DELETE: N_("To be deleted"),
}


class Held(NamedTuple):
    """A proof as far as its standing depends on it."""

    requirement_code: str
    inspected_on: date | None
    """None where it was waived."""
    valid_until: date | None
    is_passed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """One requirement of a volunteer on a day."""

    requirement: Requirement
    state: ProofState
    due_on: date | None
    """By when something must be done; None where nothing is, or as soon as possible."""
    proof: int | None = None
    """The place of the proof it rests on, among those given."""


def standings(
    requirements: Iterable[Requirement], held: Sequence[Held], today: date
) -> tuple[Standing, ...]:
    """Answer how each requirement stands, in their order; the newest proof of each counts."""
    return tuple(_standing(requirement, held, today) for requirement in requirements)


def stage_of(
    found: Iterable[Standing], active_from: date | None, left_on: date | None, today: date
) -> VolunteerStage:
    """Answer the stage: the last one before which nothing is missing."""
    if left_on is not None and left_on < today:
        return VolunteerStage.LEFT
    open_stages = {one.requirement.before_stage for one in found if not one.state.lets_go_on}
    for stage, before in _WAY:
        if before in open_stages:
            return stage
    if active_from is not None and active_from > today:
        return VolunteerStage.ONBOARDING
    return VolunteerStage.ACTIVE


_WAY = (
    (VolunteerStage.APPLICATION, VolunteerStage.APPROVAL),
    (VolunteerStage.APPROVAL, VolunteerStage.ONBOARDING),
    (VolunteerStage.ONBOARDING, VolunteerStage.ACTIVE),
)
"""Where somebody stays while something that is required before the next stage is missing."""


def to_do(found: Iterable[Standing]) -> tuple[Standing, ...]:
    """Answer what is missing or ends soon, what is due first in front."""
    wanted = (one for one in found if one.state not in {ProofState.MET, ProofState.WAIVED})
    return tuple(sorted(wanted, key=_urgency))


def _urgency(one: Standing) -> tuple[bool, str]:
    return (one.due_on is not None, one.due_on.isoformat() if one.due_on else "")


def _standing(requirement: Requirement, held: Sequence[Held], today: date) -> Standing:
    mine = [at for at, proof in enumerate(held) if proof.requirement_code == requirement.code]
    if not mine:
        return Standing(requirement, ProofState.MISSING, None)
    at = max(mine, key=lambda place: _order(held[place]))
    proof = held[at]
    if not proof.is_passed:
        return Standing(requirement, ProofState.FAILED, None, at)
    if proof.inspected_on is None:
        return Standing(requirement, ProofState.WAIVED, None, at)
    state, due = _by_day(requirement, proof.valid_until, today)
    return Standing(requirement, state, due, at)


def _by_day(
    requirement: Requirement, ends: date | None, today: date
) -> tuple[ProofState, date | None]:
    if ends is None:
        return ProofState.MET, None
    last = ends + timedelta(days=requirement.grace_days)
    if today > last:
        return ProofState.EXPIRED, last
    if today > ends:
        return ProofState.GRACE, last
    if today >= ends - timedelta(days=requirement.warn_days):
        return ProofState.SOON, ends
    return ProofState.MET, None


def _order(proof: Held) -> tuple[bool, str]:
    """A waiver counts until something is inspected after all."""
    day = proof.inspected_on
    return (day is not None, day.isoformat() if day else "")
