"""The words of contacts: in which way somebody was advised, and how it came to be recorded."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class ContactKind(StrEnum):
    """In which way somebody was advised."""

    WALK_IN = "walk_in"
    APPOINTMENT = "appointment"
    PHONE = "phone"
    HOME_VISIT = "home_visit"


class ContactSource(StrEnum):
    """How a contact came to be recorded."""

    TALLY = "tally"
    """Counted only, on a busy morning."""
    RECORD = "record"
    PHONE = "phone"
    SUITCASE = "suitcase"
    """Recorded on the bus without a network."""


class Sex(StrEnum):
    """What was said or seen; nobody is asked."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


KIND_LABELS: Mapping[ContactKind, str] = MappingProxyType(
    {
        ContactKind.WALK_IN: N_("Without an appointment"),
        ContactKind.APPOINTMENT: N_("With an appointment"),
        ContactKind.PHONE: N_("By phone"),
        ContactKind.HOME_VISIT: N_("Visit at home"),
    }
)
SOURCE_LABELS: Mapping[ContactSource, str] = MappingProxyType(
    {
        ContactSource.TALLY: N_("Counted"),
        ContactSource.RECORD: N_("Recorded one by one"),
        ContactSource.PHONE: N_("Phone line"),
        ContactSource.SUITCASE: N_("Recorded on the bus"),
    }
)
SEX_LABELS: Mapping[Sex, str] = MappingProxyType(
    {Sex.FEMALE: N_("Woman"), Sex.MALE: N_("Man"), Sex.OTHER: N_("Another")}
)
