"""Hard exclusions: what makes a pair impossible, and what would make it possible."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.visiting.matching.wishes import has_stretch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from app.visiting.matching.wishes import Person, Volunteer


class Exclusion(StrEnum):
    """Why a volunteer cannot visit a person, in the order in which it is looked at."""

    NOT_APPROVED = "not_approved"
    NO_ROOM = "no_room"
    AWAY = "away"
    KEPT_APART = "kept_apart"
    LANGUAGE = "language"
    GENDER = "gender"
    SMOKING = "smoking"
    ANIMALS = "animals"
    KIND = "kind"
    STAIRS = "stairs"
    TIME = "time"

    @property
    def reason(self) -> Problem:
        """What excludes the volunteer."""
        return _REASONS[self]

    @property
    def remedy(self) -> Problem:
        """What would make the visit possible."""
        return _REMEDIES[self]


_REASONS = {
    Exclusion.NOT_APPROVED: Problem(N_("Not approved yet")),
    Exclusion.NO_ROOM: Problem(N_("No room for another person")),
    Exclusion.AWAY: Problem(N_("Away for the next weeks")),
    Exclusion.KEPT_APART: Problem(N_("The office keeps the two apart")),
    Exclusion.LANGUAGE: Problem(N_("No language that both speak well enough")),
    Exclusion.GENDER: Problem(N_("Another gender than wished")),
    Exclusion.SMOKING: Problem(N_("Smoking does not suit both")),
    Exclusion.ANIMALS: Problem(N_("An animal does not suit both")),
    Exclusion.KIND: Problem(N_("Only calls by telephone")),
    Exclusion.STAIRS: Problem(N_("Cannot climb the stairs to the flat")),
    Exclusion.TIME: Problem(N_("No hour that suits both")),
}
_REMEDIES = {
    Exclusion.NOT_APPROVED: Problem(N_("When the missing requirements are met")),
    Exclusion.NO_ROOM: Problem(N_("When the volunteer takes on another person or ends a match")),
    Exclusion.AWAY: Problem(N_("When the volunteer is back")),
    Exclusion.KEPT_APART: Problem(N_("When the coordinator lifts the exclusion")),
    Exclusion.LANGUAGE: Problem(N_("With an interpreter or a language mediator")),
    Exclusion.GENDER: Problem(N_("When the person agrees to a visitor of another gender")),
    Exclusion.SMOKING: Problem(
        N_("When nobody smokes before and during the visit, or outside the flat")
    ),
    Exclusion.ANIMALS: Problem(N_("When the animal is kept away during the visit")),
    Exclusion.KIND: Problem(N_("When a call by telephone is enough for the beginning")),
    Exclusion.STAIRS: Problem(N_("When the two meet where no stairs are")),
    Exclusion.TIME: Problem(N_("When one of the two finds another hour")),
}


def exclusions(person: Person, volunteer: Volunteer, *, apart: bool = False) -> Iterator[Exclusion]:
    """Answer what makes a pair impossible; nothing when it is possible."""
    if not volunteer.approved:
        yield Exclusion.NOT_APPROVED
    if volunteer.capacity < 1:
        yield Exclusion.NO_ROOM
    if volunteer.is_away_long:
        yield Exclusion.AWAY
    if apart:
        yield Exclusion.KEPT_APART
    if not can_talk(person, volunteer):
        yield Exclusion.LANGUAGE
    if person.gender_wish is not None and volunteer.gender != person.gender_wish:
        yield Exclusion.GENDER
    for exclusion, parts in _PARTING.items():
        if parts(person, volunteer):
            yield exclusion


def is_possible(person: Person, volunteer: Volunteer) -> bool:
    """Answer whether `exclusions` finds nothing, at less cost; the cheap questions come first."""
    return (
        volunteer.approved
        and volunteer.capacity > 0
        and not volunteer.is_away_long
        and (person.gender_wish is None or volunteer.gender == person.gender_wish)
        and can_talk(person, volunteer)
        and not _smoke_parts(person, volunteer)
        and not _animals_part(person, volunteer)
        and not _kind_parts(person, volunteer)
        and not _stairs_part(person, volunteer)
        and not _hours_part(person, volunteer)
    )


def can_talk(person: Person, volunteer: Volunteer) -> bool:
    """Answer whether both speak a language well enough; who named none is not asked."""
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


def _kind_parts(person: Person, volunteer: Volunteer) -> bool:
    return volunteer.by_phone_only and person.in_person


def _stairs_part(person: Person, volunteer: Volunteer) -> bool:
    return person.stairs and person.in_person and not volunteer.climbs_stairs


_PARTING: Mapping[Exclusion, Callable[[Person, Volunteer], bool]] = {
    Exclusion.SMOKING: _smoke_parts,
    Exclusion.ANIMALS: _animals_part,
    Exclusion.KIND: _kind_parts,
    Exclusion.STAIRS: _stairs_part,
    Exclusion.TIME: _hours_part,
}
"""What parts two who could talk, in the order in which it is told."""
