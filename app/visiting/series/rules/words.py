"""The words of series: how often, on which day of a month, what holidays do, what a change hits."""

from __future__ import annotations

from enum import StrEnum

from app.errors import N_


class Frequency(StrEnum):
    """How often visits return."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    AGREED = "agreed"
    """Without a rhythm: each day is added by hand."""


FREQUENCY_LABELS = {
    Frequency.WEEKLY: N_("Every week"),
    Frequency.FORTNIGHTLY: N_("Every other week"),
    Frequency.MONTHLY: N_("Every month"),
    Frequency.AGREED: N_("As agreed"),
}


class MonthlyBy(StrEnum):
    """Which day of a month it is, seen from the first visit."""

    WEEKDAY = "weekday"
    """The same weekday of the same week, such as the second Tuesday."""
    LAST_WEEKDAY = "last_weekday"
    DAY = "day"
    """The same number; months without it are left out."""


MONTHLY_LABELS = {
    MonthlyBy.WEEKDAY: N_("On the same weekday, such as the second Tuesday"),
    MonthlyBy.LAST_WEEKDAY: N_("On the last such weekday of the month"),
    MonthlyBy.DAY: N_("On the same day of the month"),
}


class OnHolidays(StrEnum):
    """What becomes of visits on public holidays."""

    SKIP = "skip"
    KEEP = "keep"
    ASK = "ask"
    """Somebody decides about each."""


HOLIDAY_LABELS = {
    OnHolidays.SKIP: N_("No visit on public holidays"),
    OnHolidays.KEEP: N_("A visit as on other days"),
    OnHolidays.ASK: N_("Decide about each holiday"),
}


class Reach(StrEnum):
    """Which visits of a series a change is meant for."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


REACH_LABELS = {
    Reach.THIS: N_("This visit only"),
    Reach.FOLLOWING: N_("This and all following visits"),
    Reach.ALL: N_("All visits ahead"),
}
