"""What is required of volunteers: dated by the office, read from a file with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.errors import N_
from app.volunteers.rules.words import VolunteerStage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date


class RequirementKind(StrEnum):
    """What is asked, which decides what is noted about it."""

    INTERVIEW = "interview"
    CERTIFICATE = "certificate"
    CONFIDENTIALITY = "confidentiality"
    TRAINING = "training"
    INSURANCE = "insurance"
    OTHER = "other"


KIND_LABELS = {
    RequirementKind.INTERVIEW: N_("Talk"),
    RequirementKind.CERTIFICATE: N_("Certificate of conduct"),
    RequirementKind.CONFIDENTIALITY: N_("Declaration"),
    RequirementKind.TRAINING: N_("Training"),
    RequirementKind.INSURANCE: N_("Insurance"),
    RequirementKind.OTHER: N_("Something else"),
}
BEFORE_STAGES = (VolunteerStage.APPROVAL, VolunteerStage.ONBOARDING, VolunteerStage.ACTIVE)
"""The stages that something can be required before, in the order of the way."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement as it holds from a day on; months of 0 set no limit."""

    code: str
    title: str
    """English, translated where it is shown."""
    kind: RequirementKind
    country: str
    before_stage: VolunteerStage
    """Nobody comes to this stage without it."""
    source: str
    valid_from: date
    valid_until: date | None = None
    valid_months: int = 0
    """How long a proof holds."""
    warn_days: int = 0
    """How long before its end it is asked for anew."""
    grace_days: int = 0
    """How long after its end a volunteer may go on."""
    most_age_months: int = 0
    """How old a certificate may be when it is inspected."""
    delete_months: int = 0
    """How long after the volunteer left the line may stay; one who never began leaves none."""
    service: str = "visiting"

    def holds_on(self, day: date) -> bool:
        """Answer whether it is required on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


def read_requirements(tables: Mapping[str, Any]) -> tuple[Requirement, ...]:
    """Answer the requirements of a file: `country` and a list `requirement`."""
    return tuple(
        Requirement(
            **{
                **entry,
                "kind": RequirementKind(entry["kind"]),
                "before_stage": VolunteerStage(entry["before_stage"]),
                "country": tables["country"],
            }
        )
        for entry in tables["requirement"]
    )


def required_on(requirements: Iterable[Requirement], day: date) -> tuple[Requirement, ...]:
    """Answer what is required on a day, in the order given."""
    return tuple(one for one in requirements if one.holds_on(day))


def with_own(
    delivered: Sequence[Requirement], own: Iterable[Requirement]
) -> tuple[Requirement, ...]:
    """Answer what an office requires, in the order in which it is met.

    Where the office dated a requirement itself, its rows hold and the delivered ones do not.
    """
    mine = tuple(own)
    changed = {one.code for one in mine}
    found = [*(one for one in delivered if one.code not in changed), *mine]
    places = {one.code: at for at, one in reversed(list(enumerate((*delivered, *mine))))}
    return tuple(
        sorted(
            found,
            key=lambda one: (
                BEFORE_STAGES.index(one.before_stage), places[one.code], one.valid_from
            ),
        )
    )  # fmt: skip
