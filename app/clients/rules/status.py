"""Whether a person is active, pauses, has moved away or died, and what then cannot be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.clients.rules.roles import check_span
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from datetime import date

NO_SUCH_STATUS = N_("Please choose one of the entries offered.")
PAUSE_NEEDS_BEGIN = N_("Please enter the first day of the pause.")
DIED_LATER = N_("This day lies in the future.")
NO_VISIT_DECEASED = N_("{name} has died. No visit can be planned.")
NO_VISIT_MOVED = N_("{name} has moved away. Change the status on the card before planning a visit.")
NO_VISIT_PAUSED = N_(
    "{name} pauses until {last:%d.%m.%Y}. The first possible day is {first:%d.%m.%Y}."
)
NO_VISIT_PAUSED_OPEN = N_(
    "{name} pauses since {since:%d.%m.%Y}, and the end is open. Enter the last day of the pause "
    "on the card first."
)
NO_LETTER_DECEASED = N_("{name} has died, so no letter is written.")
NO_LETTER_MOVED = N_("{name} has moved away. Change the status on the card before writing.")


class PersonStatus(StrEnum):
    """How things stand between a person and the office."""

    ACTIVE = "active"
    PAUSED = "paused"
    MOVED = "moved"
    DECEASED = "deceased"


STATUS_LABELS = {
    PersonStatus.ACTIVE: N_("Active"),
    PersonStatus.PAUSED: N_("Pauses"),
    PersonStatus.MOVED: N_("Moved away"),
    PersonStatus.DECEASED: N_("Deceased"),
}
"""The words for each status, translated where they are shown."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with its days; without a first day it has always held."""

    status: PersonStatus = PersonStatus.ACTIVE
    since: date | None = None
    until: date | None = None
    """Last day of a pause."""

    def on(self, day: date) -> PersonStatus:
        """Answer the status on a day: before and after its days a person is active."""
        began = self.since is None or self.since <= day
        ended = self.status is PersonStatus.PAUSED and self.until is not None and self.until < day
        return self.status if began and not ended else PersonStatus.ACTIVE


def check_status(
    status: str, since: date | None, until: date | None, note: str, today: date
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a status as it is typed."""
    if status not in set(PersonStatus):
        return (Problem(NO_SUCH_STATUS, "status"),)
    problems = [*check_text(note, "status_note", longest=NAME_LENGTH)]
    if status == PersonStatus.PAUSED:
        problems += check_span(since, until, "status_until")
        if since is None:
            problems.append(Problem(PAUSE_NEEDS_BEGIN, "status_from"))
    if status == PersonStatus.DECEASED and since is not None and since > today:
        problems.append(Problem(DIED_LATER, "status_from"))
    return tuple(problems)


def why_no_visit(standing: Standing, day: date, name: str) -> Problem | None:
    """Answer why somebody cannot be visited on a day, beside the field of a plan."""
    status = standing.on(day)
    if status is PersonStatus.DECEASED:
        return Problem(NO_VISIT_DECEASED, "client_id", {"name": name})
    if status is PersonStatus.MOVED:
        return Problem(NO_VISIT_MOVED, "client_id", {"name": name})
    if status is not PersonStatus.PAUSED:
        return None
    if standing.until is None:
        values = {"name": name, "since": standing.since}
        return Problem(NO_VISIT_PAUSED_OPEN, "day", values)
    first = standing.until + timedelta(days=1)
    return Problem(NO_VISIT_PAUSED, "day", {"name": name, "last": standing.until, "first": first})


class Planned(StrEnum):
    """What can lie ahead of somebody, so that a new status may rule it out."""

    VISIT = "visit"
    """Of the visiting service."""
    HOME = "home"
    """Of mobile advice, at home."""
    STOP = "stop"
    """An appointment at a stop or in a room of mobile advice."""
    WAITING = "waiting"
    """An entry of the waiting list of a stop."""
    REQUEST = "request"
    """A request for a service that is not decided, or waits."""


def is_ruled_out(standing: Standing, planned: Planned, day: date) -> bool:
    """Answer whether a status rules out what is planned for a day.

    Whoever pauses visits, or moved away, may still come to a stop for advice.
    """
    if planned in {Planned.VISIT, Planned.HOME}:
        return why_no_visit(standing, day, "") is not None
    if planned is Planned.REQUEST:
        return standing.on(day) in {PersonStatus.DECEASED, PersonStatus.MOVED}
    return standing.on(day) is PersonStatus.DECEASED


def why_no_letter(standing: Standing, day: date, name: str) -> Problem | None:
    """Answer why nobody writes to somebody on a day; those who pause still get letters."""
    status = standing.on(day)
    if status is PersonStatus.DECEASED:
        return Problem(NO_LETTER_DECEASED, "recipient", {"name": name})
    if status is PersonStatus.MOVED:
        return Problem(NO_LETTER_MOVED, "recipient", {"name": name})
    return None
