"""Interests, skills, kinds of visits and animals: what volunteers and people are matched by."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class TraitKind(StrEnum):
    """What kind of code it is."""

    INTEREST = "interest"
    SKILL = "skill"
    ACTIVITY = "activity"
    BRINGS = "brings"
    """Animals that come along on visits."""
    ALLERGY = "allergy"
    """Animals that must not be there, by allergy or fear."""
    PET = "pet"
    """Animals in the flat of somebody who is visited."""


ANIMALS: Mapping[str, str] = MappingProxyType(
    {
        "dog": N_("Dog"),
        "cat": N_("Cat"),
        "bird": N_("Bird"),
        "rodent": N_("Rabbit or other small animal"),
    }
)
INTERESTS: Mapping[str, str] = MappingProxyType(
    {
        "animals": N_("Animals"),
        "cards": N_("Cards and board games"),
        "cooking": N_("Cooking and baking"),
        "crafts": N_("Crafts and needlework"),
        "culture": N_("Theatre and museums"),
        "films": N_("Films and television"),
        "gardening": N_("Garden and flowers"),
        "history": N_("History and old times"),
        "music": N_("Music and singing"),
        "news": N_("News and politics"),
        "reading": N_("Reading aloud and books"),
        "sport": N_("Sport and football"),
        "travel": N_("Travel and countries"),
        "walking": N_("Walks"),
    }
)
SKILLS: Mapping[str, str] = MappingProxyType(
    {
        "car": N_("Has a car"),
        "first_aid": N_("First aid"),
        "hearing": N_("Talks well with the hard of hearing"),
        "sign_language": N_("Sign language"),
        "technique": N_("Telephone, tablet and computer"),
        "wheelchair": N_("Pushes a wheelchair"),
    }
)
ACTIVITIES: Mapping[str, str] = MappingProxyType(
    {
        "home": N_("Visits at home"),
        "accompaniment": N_("Going along outside"),
        "telephone": N_("Calls by telephone"),
        "dog": N_("Visits with a dog"),
        "institution": N_("Visits in a home or hospital"),
    }
)
TRAIT_LABELS: Mapping[TraitKind, Mapping[str, str]] = MappingProxyType(
    {
        TraitKind.INTEREST: INTERESTS,
        TraitKind.SKILL: SKILLS,
        TraitKind.ACTIVITY: ACTIVITIES,
        TraitKind.BRINGS: ANIMALS,
        TraitKind.ALLERGY: ANIMALS,
        TraitKind.PET: ANIMALS,
    }
)
"""What each code is called, by the kind; they are offered in this order."""
