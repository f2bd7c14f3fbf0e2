"""The file of a volunteer as its form has it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text
from app.volunteers.rules.hours import check_stretches
from app.volunteers.rules.traits import TRAIT_LABELS, TraitKind
from app.volunteers.rules.words import (
    GENDER_LABELS,
    AbsenceReason,
    LeaveReason,
    PaidKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from app.volunteers.rules.hours import Stretch

MOST_PEOPLE = 50
MOST_KM = 500
MOST_TRAINING = 60 * 24 * 14
"""Minutes of one training: two weeks, day and night."""

NO_DAY = N_("Please say on which day.")
IN_FUTURE = N_("This day has not come yet.")
BEFORE_APPLYING = N_("This is before the application of {day}.")
ENDS_BEFORE = N_("The last day is before the first.")
NO_REASON = N_("Please say why.")
OUT_OF_RANGE = N_("Please enter a number from {least} to {most}.")
NOT_OFFERED = N_("This is not offered any more. Please choose again.")


@dataclass(frozen=True, slots=True)
class AbsenceDetails:
    """Days on which a volunteer is away; without a last day nobody knows."""

    id: UUID
    from_day: date | None = None
    until_day: date | None = None
    reason: str = AbsenceReason.HOLIDAY
    note: str = ""


@dataclass(frozen=True, slots=True)
class TrainingDetails:
    """A training that a volunteer took part in."""

    id: UUID
    day: date | None = None
    topic: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class VolunteerDetails:
    """The file; names, addresses and languages stand on the person's card."""

    applied_on: date | None = None
    active_from: date | None = None
    left_on: date | None = None
    left_reason: str = ""
    max_people: int | None = 1
    reach_km: int | None = None
    area_id: UUID | None = None
    gender: str = ""
    smoker: bool = False
    accepts_smoking: bool = True
    climbs_stairs: bool = True
    dementia_experience: bool = False
    by_phone_only: bool = False
    is_mediator: bool = False
    is_pupil: bool = False
    community: str = ""
    paid_kind: str = PaidKind.ACTUAL
    insured_until: date | None = None
    emergency_note: str = ""
    about: str = ""
    traits: frozenset[tuple[str, str]] = frozenset()
    """Pairs of `TraitKind` and a code of it."""
    hours: tuple[Stretch, ...] = ()
    absences: tuple[AbsenceDetails, ...] = ()
    trainings: tuple[TrainingDetails, ...] = ()


def check_volunteer(details: VolunteerDetails, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with a file, field by field."""
    return (
        *_days(details, today),
        *_numbers(details),
        *_codes(details),
        *check_text(details.community, "community", longest=NAME_LENGTH),
        *check_text(details.emergency_note, "emergency_note", longest=NAME_LENGTH),
        *check_text(details.about, "about", longest=NOTE_LENGTH, lines=True),
        *check_stretches(details.hours, "hours"),
        *_absences(details.absences),
        *_trainings(details.trainings, today),
    )


def _days(details: VolunteerDetails, today: date) -> Iterator[Problem]:
    applied = details.applied_on
    if applied is None:
        yield Problem(NO_DAY, "applied_on")
    elif applied > today:
        yield Problem(IN_FUTURE, "applied_on")
    for field in ("active_from", "left_on"):
        day: date | None = getattr(details, field)
        if day is not None and applied is not None and day < applied:
            yield Problem(BEFORE_APPLYING, field, {"day": applied})
    if details.left_on is not None and details.left_reason not in set(LeaveReason):
        yield Problem(NO_REASON, "left_reason")


def _numbers(details: VolunteerDetails) -> Iterator[Problem]:
    people, way = details.max_people, details.reach_km
    if people is None or not 0 <= people <= MOST_PEOPLE:
        yield Problem(OUT_OF_RANGE, "max_people", {"least": 0, "most": MOST_PEOPLE})
    if way is not None and not 1 <= way <= MOST_KM:
        yield Problem(OUT_OF_RANGE, "reach_km", {"least": 1, "most": MOST_KM})


def _codes(details: VolunteerDetails) -> Iterator[Problem]:
    if details.gender not in GENDER_LABELS:
        yield Problem(NOT_OFFERED, "gender")
    if details.paid_kind not in set(PaidKind):
        yield Problem(NOT_OFFERED, "paid_kind")
    for kind, code in sorted(details.traits):
        if kind not in set(TraitKind) or code not in TRAIT_LABELS[TraitKind(kind)]:
            yield Problem(NOT_OFFERED, kind)


def _absences(absences: tuple[AbsenceDetails, ...]) -> Iterator[Problem]:
    for at, one in enumerate(absences):
        if one.from_day is None:
            yield Problem(NO_DAY, f"absences.{at}.from_day")
        elif one.until_day is not None and one.until_day < one.from_day:
            yield Problem(ENDS_BEFORE, f"absences.{at}.until_day")
        if one.reason not in set(AbsenceReason):
            yield Problem(NO_REASON, f"absences.{at}.reason")
        yield from check_text(one.note, f"absences.{at}.note", longest=NAME_LENGTH)


def _trainings(trainings: tuple[TrainingDetails, ...], today: date) -> Iterator[Problem]:
    for at, one in enumerate(trainings):
        if one.day is None:
            yield Problem(NO_DAY, f"trainings.{at}.day")
        elif one.day > today:
            yield Problem(IN_FUTURE, f"trainings.{at}.day")
        yield from check_text(
            one.topic, f"trainings.{at}.topic", longest=NAME_LENGTH, required=True
        )
        if one.minutes is None or not 1 <= one.minutes <= MOST_TRAINING:
            values = {"least": 1, "most": MOST_TRAINING // 60}
            yield Problem(OUT_OF_RANGE, f"trainings.{at}.minutes", values)
