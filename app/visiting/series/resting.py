"""Days on which visits of a series cannot be: the visitor is away, or the person pauses.

A match pauses from today on at the latest, so `check_people` sees that by the first day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from app.clients.rules import PersonStatus, full_name
from app.errors import N_, Problem, Refused
from app.visiting.series.statements import ABSENCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.office import Act
    from db.people import Person
    from db.series import VisitSeries
    from db.visiting import Visit

AWAY = N_(
    "{name} is away from {first:%d.%m.%Y} to {last:%d.%m.%Y}, and would visit on {day:%d.%m.%Y}."
)
AWAY_OPEN = N_("{name} is away from {first:%d.%m.%Y} on, and nobody knows until when.")
PAUSED = N_(
    "{name} pauses from {first:%d.%m.%Y} to {last:%d.%m.%Y}, and would be visited on "
    "{day:%d.%m.%Y}."
)
PAUSED_OPEN = N_("{name} pauses from {first:%d.%m.%Y} on, and nobody knows until when.")
NEAREST = N_("{reason} The nearest possible day is {free:%d.%m.%Y}.")
NOTHING_NEAR = N_("{reason} Please choose days before.")
OR_OTHERS = N_("{reason} Or let somebody else come on these days.")
OR_LEFT_OUT = N_("{reason} Or leave these days out.")
GOING_ON = frozenset({OR_OTHERS, OR_LEFT_OUT})
"""What is refused only until somebody says that it goes on all the same."""


class Rest(NamedTuple):
    """Days without visits, and how that is said with and without a last one."""

    first: date
    last: date | None
    name: str
    said: str
    said_open: str

    @property
    def is_pause(self) -> bool:
        """Answer whether nobody is to come at all; else only somebody else is."""
        return self.said != AWAY

    def covers(self, day: date) -> bool:
        """Answer whether a day is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)


def rests_of(
    act: Act, person: Person, series: VisitSeries, *, goes_on: bool = False
) -> tuple[Rest, ...]:
    """Answer when the visitor of a series is away, and when the person pauses.

    Where it `goes_on` all the same, the series rests with the person.
    """
    rests = (*_of_person(person), *_of_visitor(act, series))
    if goes_on:
        _rest_with(series, rests, act.local_now.date())
    return rests


def _rest_with(series: VisitSeries, rests: Iterable[Rest], today: date) -> None:
    """Let a series rest on the first of some pauses; one of its own that is not over stays."""
    if series.paused_from is not None and (
        series.paused_until is None or series.paused_until >= today
    ):
        return
    pauses = [one for one in rests if one.is_pause and (one.last or date.max) >= today]
    if pauses:
        first = min(pauses)
        series.paused_from, series.paused_until = first.first, first.last


def refuse_rests(
    visits: Sequence[Visit], rests: Iterable[Rest], field: str, *, others_come: bool = False
) -> None:
    """Raise `Refused` beside a field where a visit falls into days without visits.

    `others_come`: it is known that the visitor is away, and somebody else will be found.
    """
    for rest in rests:
        if others_come and not rest.is_pause:
            continue
        # Whoever stands in for somebody comes although that somebody is away.
        made = (visit for visit in visits if rest.is_pause or not visit.instead_of)
        days = sorted(visit.planned_start.date() for visit in made)
        hit = next((day for day in days if rest.covers(day)), None)
        if hit is not None:
            raise Refused(_problem(rest, hit, days, field))


def _problem(rest: Rest, hit: date, days: Iterable[date], field: str) -> Problem:
    """Answer why a visit cannot be, the nearest day, and for a series what else can be done."""
    values = {"name": rest.name, "first": rest.first, "last": rest.last, "day": hit}
    if rest.last is None:
        said = Problem(NOTHING_NEAR, field, {"reason": Problem(rest.said_open, values=values)})
    else:
        free = next((day for day in days if day > rest.last), rest.last + timedelta(days=1))
        reason = Problem(rest.said, values=values)
        said = Problem(NEAREST, field, {"reason": reason, "free": free})
    if field != "starts_on":
        return said
    return Problem(OR_LEFT_OUT if rest.is_pause else OR_OTHERS, field, {"reason": said})


def _of_person(person: Person) -> Iterator[Rest]:
    if person.status == PersonStatus.PAUSED.value:
        name = full_name(person.given_name, person.family_name)
        yield Rest(person.status_from or date.min, person.status_until, name, PAUSED, PAUSED_OPEN)


def _of_visitor(act: Act, made: VisitSeries | Visit) -> Iterator[Rest]:
    if made.visitor_id is None:
        return
    values = {"visitor_id": made.visitor_id}
    for first, last in act.session.connection().execute(ABSENCES, values):
        yield Rest(first, last, made.visitor, AWAY, AWAY_OPEN)


def refuse_absence(act: Act, visit: Visit) -> None:
    """Raise `Refused` beside the day of a single visit whose visitor is away then.

    What was planned for somebody who falls ill afterwards stays, and is listed as uncovered.
    """
    if visit.planned_start.date() >= act.local_now.date():
        refuse_rests((visit,), _of_visitor(act, visit), "day")
