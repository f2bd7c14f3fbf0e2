"""The words of stops, tours and their days, and what each is called."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class StopKind(StrEnum):
    """Whether a vehicle stands there, or hours are held in a room."""

    STOP = "stop"
    SITE = "site"


class Access(StrEnum):
    """How somebody in a wheelchair comes in."""

    YES = "yes"
    RAMP = "ramp"
    NO = "no"


class Duty(StrEnum):
    """What somebody does on a tour."""

    DRIVER = "driver"
    STAFF = "staff"
    VOLUNTEER = "volunteer"
    MEDIATOR = "mediator"
    """A language and culture mediator."""


class Rhythm(StrEnum):
    """How often a tour returns."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    """On a certain weekday of the month, such as the first Wednesday."""
    DATES = "dates"
    """On listed days alone."""


class OnHolidays(StrEnum):
    """What becomes of a day of the rhythm that is a public holiday."""

    SKIP = "skip"
    MOVE = "move"
    """To the next working day, which the public timetable says."""
    KEEP = "keep"


class DayState(StrEnum):
    """How far a day has come."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    CANCELLED = "cancelled"


class HaltState(StrEnum):
    """Whether the bus comes to a stop on a day."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


KIND_LABELS: Mapping[str, str] = MappingProxyType(
    {StopKind.STOP: N_("Stop of a vehicle"), StopKind.SITE: N_("Room for consultation hours")}
)
ACCESS_LABELS: Mapping[str, str] = MappingProxyType(
    {
        Access.YES: N_("Step-free"),
        Access.RAMP: N_("With a ramp"),
        Access.NO: N_("Not step-free"),
    }
)
DUTY_LABELS: Mapping[str, str] = MappingProxyType(
    {
        Duty.DRIVER: N_("Driver"),
        Duty.STAFF: N_("Colleague"),
        Duty.VOLUNTEER: N_("Volunteer"),
        Duty.MEDIATOR: N_("Language and culture mediator"),
    }
)
RHYTHM_LABELS: Mapping[str, str] = MappingProxyType(
    {
        Rhythm.WEEKLY: N_("Every week"),
        Rhythm.FORTNIGHTLY: N_("Every second week"),
        Rhythm.MONTHLY: N_("On a weekday of the month"),
        Rhythm.DATES: N_("On listed days"),
    }
)
HOLIDAY_LABELS: Mapping[str, str] = MappingProxyType(
    {
        OnHolidays.SKIP: N_("Leave it out"),
        OnHolidays.MOVE: N_("Move it to the next working day, and say so"),
        OnHolidays.KEEP: N_("Go all the same"),
    }
)
NTH_LABELS: Mapping[int, str] = MappingProxyType(
    {
        1: N_("First of the month"),
        2: N_("Second of the month"),
        3: N_("Third of the month"),
        4: N_("Fourth of the month"),
        -1: N_("Last of the month"),
    }
)
DAY_LABELS: Mapping[str, str] = MappingProxyType(
    {
        DayState.PLANNED: N_("To be confirmed"),
        DayState.CONFIRMED: N_("Confirmed"),
        DayState.HELD: N_("Held"),
        DayState.CANCELLED: N_("Cancelled"),
    }
)
