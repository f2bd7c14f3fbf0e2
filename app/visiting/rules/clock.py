"""Wall-clock times of visits on the two days a year when the clocks are changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from app.errors import N_, Problem

HOME_ZONE = ZoneInfo("Europe/Berlin")
"""The zone of all visits: Germany and Denmark keep the same clock (Directive 2000/84/EC)."""

NOT_ON_THE_CLOCK = N_(
    "On the night of {at:%d.%m.%Y} the clocks are put forward: {at:%H:%M} does not exist. "
    "Please choose another time."
)


def check_clock(at: datetime, field: str, zone: tzinfo = HOME_ZONE) -> tuple[Problem, ...]:
    """Answer a problem when a naive local time falls into the gap of the spring change."""
    there_and_back = _instant(at, zone).astimezone(zone).replace(tzinfo=None)
    return () if there_and_back == at else (Problem(NOT_ON_THE_CLOCK, field, {"at": at}),)


def lasted(start: datetime, end: datetime, zone: tzinfo = HOME_ZONE) -> timedelta:
    """Answer the time that really passed between two naive local times.

    In the autumn night a repeated hour means its first pass: 01:30 to 03:30 lasts three hours.
    """
    return _instant(end, zone) - _instant(start, zone)


def _instant(at: datetime, zone: tzinfo) -> datetime:
    return at.replace(tzinfo=zone).astimezone(UTC)
