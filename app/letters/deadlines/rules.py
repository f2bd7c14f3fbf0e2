"""What legal periods are: dated rules of a country, a question about them and its answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Kind(StrEnum):
    """A remedy against a decision."""

    WIDERSPRUCH = "widerspruch"
    KLAGE = "klage"


class Counting(StrEnum):
    """What the days between posting and notification are."""

    DAYS = "days"
    WORKING_DAYS = "working days"


@dataclass(frozen=True, slots=True)
class Span:
    """The posting dates that a rule holds for, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Answer whether a rule holds for a letter posted on this day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Notification:
    """After how many days a letter sent in one way counts as notified.

    Where the law fixes that day, an earlier receipt changes nothing; where only practice assumes
    it, `receipt_decides`.
    """

    channel: str
    days: int
    count: Counting
    receipt_decides: bool
    valid: Span
    source: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """How long a remedy is open: calendar months or weeks, one of them 0."""

    kind: Kind
    months: int
    weeks: int
    valid: Span
    source: str
    counting_source: str


@dataclass(frozen=True, slots=True)
class Moving:
    """Which ends of periods move to the next working day, and which law says so."""

    weekdays: frozenset[int]
    holidays: bool
    also: frozenset[tuple[int, int]]
    places: tuple[str, ...]
    source: str
    fixed_source: str


@dataclass(frozen=True, slots=True)
class Law:
    """The dated rules of one country."""

    jurisdiction: str
    notifications: tuple[Notification, ...]
    remedies: tuple[Remedy, ...]
    moving: Moving


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to know; `received` and `channel` may be left out."""

    country: str
    kind: str
    posted: date
    state: str = ""
    received: date | None = None
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reckoning: an English template, translated where it is shown."""

    message: str
    source: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when a remedy is open; `raw_end` is the end before it is moved."""

    notified_on: date
    raw_end: date
    end: date
    reasons: tuple[Reason, ...]

    @property
    def is_moved(self) -> bool:
        """Answer whether the end fell on a day on which no period ends."""
        return self.end != self.raw_end

    @property
    def sources(self) -> tuple[str, ...]:
        """Answer the law behind the reasons, each once, in the order it was used."""
        return tuple(dict.fromkeys(reason.source for reason in self.reasons))


NO_SUCH_COUNTRY = N_("Deadlines are known for Germany (de) and Denmark (dk).")
NO_SUCH_REMEDY = N_('There is no remedy "{kind}" here; there is: {known}.')
NO_SUCH_STATE = N_('There is no state "{state}" here; there are: {known}.')
NO_STATES = N_("This country has the same holidays everywhere; leave the state out.")
NO_SUCH_CHANNEL = N_('No rule is known for letters sent by "{channel}"; there is: {known}.')
NOT_DATED = N_("No rule is known for a letter of {posted}.")
RECEIVED_TOO_EARLY = N_("A letter cannot arrive on {received} when it is posted on {posted}.")
RECEIVED_TOO_LATE = N_("The day of receipt lies more than {years} years after the posting.")

_LONGEST_WAY = 10
"""Years that a letter may take to arrive; more is a typing mistake."""


def check_asked(asked: Asked, law: Law) -> tuple[Problem, ...]:
    """Answer what makes no sense in a question about a country's deadlines."""
    problems = [*_check_kind(asked, law), *_check_state(asked, law), *_check_received(asked)]
    channels = [each.channel for each in law.notifications]
    if asked.channel and asked.channel not in channels:
        values = {"channel": asked.channel, "known": ", ".join(dict.fromkeys(channels))}
        problems.append(Problem(NO_SUCH_CHANNEL, "channel", values))
    return tuple(problems)


def _check_kind(asked: Asked, law: Law) -> list[Problem]:
    known = list(dict.fromkeys(each.kind.value for each in law.remedies))
    if asked.kind in known:
        return []
    return [Problem(NO_SUCH_REMEDY, "kind", {"kind": asked.kind, "known": ", ".join(known)})]


def _check_state(asked: Asked, law: Law) -> list[Problem]:
    if not asked.state or asked.state in law.moving.places:
        return []
    if not law.moving.places:
        return [Problem(NO_STATES, "state")]
    known = ", ".join(law.moving.places).lower()
    return [Problem(NO_SUCH_STATE, "state", {"state": asked.state.lower(), "known": known})]


def _check_received(asked: Asked) -> list[Problem]:
    if asked.received is None:
        return []
    if asked.received < asked.posted:
        values = {"received": asked.received, "posted": asked.posted}
        return [Problem(RECEIVED_TOO_EARLY, "received", values)]
    if asked.received.year - asked.posted.year > _LONGEST_WAY:
        return [Problem(RECEIVED_TOO_LATE, "received", {"years": _LONGEST_WAY})]
    return []
