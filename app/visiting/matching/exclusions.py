"""Hard exclusions: what makes a pair impossible, and what would make it possible."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.visiting.matching.wishes import has_stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.visiting.matching.wishes import Person, Volunteer


class Exclusion(StrEnum):
    """Why a volunteer cannot visit a person, in the order in which it is looked at."""

    NOT_APPROVED = "not_approved"
    NO_ROOM = "no_room"
    KEPT_APART = "kept_apart"
    LANGUAGE = "language"
    GENDER = "gender"
    SMOKING = "smoking"
    ANIMALS = "animals"
    TIME = "time"

    @property
    def reason(self) -> Problem:
        """What excludes the volunteer."""
        return Problem(_REASONS[self])

    @property
    def remedy(self) -> Problem:
        """What would make the visit possible."""
        return Problem(_REMEDIES[self])


_REASONS = {
    Exclusion.NOT_APPROVED: N_("Not approved yet"),
    Exclusion.NO_ROOM: N_("No room for another person"),
    Exclusion.KEPT_APART: N_("The office keeps the two apart"),
    Exclusion.LANGUAGE: N_("No language that both speak well enough"),
    Exclusion.GENDER: N_("Another gender than wished"),
    Exclusion.SMOKING: N_("Smoking does not suit both"),
    Exclusion.ANIMALS: N_("An animal does not suit both"),
    Exclusion.TIME: N_("No hour that suits both"),
}
_REMEDIES = {
    Exclusion.NOT_APPROVED: N_("When the missing requirements are met"),
    Exclusion.NO_ROOM: N_("When the volunteer takes on another person or ends a match"),
    Exclusion.KEPT_APART: N_("When the coordinator lifts the exclusion"),
    Exclusion.LANGUAGE: N_("With an interpreter or a language mediator"),
    Exclusion.GENDER: N_("When the person agrees to a visitor of another gender"),
    Exclusion.SMOKING: N_("When nobody smokes before and during the visit, or outside the flat"),
    Exclusion.ANIMALS: N_("When the animal is kept away during the visit"),
    Exclusion.TIME: N_("When one of the two finds another hour"),
}


def exclusions(person: Person, volunteer: Volunteer, *, apart: bool = False) -> Iterator[Exclusion]:
    """Answer what makes a pair impossible; nothing when it is possible."""
    if not volunteer.approved:
        yield Exclusion.NOT_APPROVED
    if volunteer.capacity < 1:
        yield Exclusion.NO_ROOM
    if apart:
        yield Exclusion.KEPT_APART
    if not _can_talk(person, volunteer):
        yield Exclusion.LANGUAGE
    if person.gender_wish is not None and volunteer.gender != person.gender_wish:
        yield Exclusion.GENDER
    if _smoke_parts(person, volunteer):
        yield Exclusion.SMOKING
    if _animals_part(person, volunteer):
        yield Exclusion.ANIMALS
    if _hours_part(person, volunteer):
        yield Exclusion.TIME


def is_possible(person: Person, volunteer: Volunteer) -> bool:
    """Answer whether nothing excludes a pair; the two kept apart are for the caller to know."""
    return next(exclusions(person, volunteer), None) is None


def _can_talk(person: Person, volunteer: Volunteer) -> bool:
    if not person.languages or not volunteer.languages:
        return True
    least, spoken = person.least_level, volunteer.languages
    return any(
        own >= least and tag in spoken and spoken[tag] >= least
        for tag, own in person.languages.items()
    )


def _smoke_parts(person: Person, volunteer: Volunteer) -> bool:
    return (person.smoking_home and not volunteer.accepts_smoking) or (
        person.no_smoker and volunteer.smoker
    )


def _animals_part(person: Person, volunteer: Volunteer) -> bool:
    return not (
        person.animals.isdisjoint(volunteer.allergies)
        and person.allergies.isdisjoint(volunteer.brings)
    )


def _hours_part(person: Person, volunteer: Volunteer) -> bool:
    if person.hours is None or volunteer.hours is None:
        return False
    return not has_stretch(person.hours & volunteer.hours, person.visit_minutes)
