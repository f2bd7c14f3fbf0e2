"""Days on which visits of a series cannot be: the visitor is away, person or match pauses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from app.clients.rules import PersonStatus, full_name
from app.errors import N_, Problem, Refused
from app.visiting.series.statements import ABSENCES
from app.visiting.visitors import match_pauses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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
MATCH_PAUSED = N_(
    "The match with {name} is paused from {first:%d.%m.%Y} to {last:%d.%m.%Y}; a visit would be "
    "on {day:%d.%m.%Y}."
)
MATCH_PAUSED_OPEN = N_(
    "The match with {name} is paused from {first:%d.%m.%Y} on, and nobody knows until when."
)
NEAREST = N_("{reason} The nearest possible day is {free:%d.%m.%Y}.")
NOTHING_NEAR = N_("{reason} Please choose days before.")
LATEST_END = N_("{reason} The latest possible last day is {free:%d.%m.%Y}.")
OR_CHANGE = N_("{reason} To go beyond it, change the series.")
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


class RestCheck(NamedTuple):
    """What the visits of a series are held against, and where a problem is said."""

    rests: tuple[Rest, ...] = ()
    field: str = "starts_on"
    others_come: bool = False
    """It is known that the visitor is away, and somebody else will be found."""
    until: date | None = None
    """The last day before it was moved: what lies behind it is said beside the new one."""

    def refuse(self, visits: Sequence[Visit]) -> None:
        """Raise `Refused` beside a field where a visit falls into days without visits."""
        for rest in self.rests:
            if self.others_come and not rest.is_pause:
                continue
            # Whoever stands in for somebody comes although that somebody is away.
            made = (visit for visit in visits if rest.is_pause or not visit.instead_of)
            days = sorted(visit.planned_start.date() for visit in made)
            if self.field == "last":
                days = [day for day in days if self._is_longer(day)]
            hit = next((day for day in days if rest.covers(day)), None)
            if hit is not None:
                raise Refused(self._problem(rest, hit, days))

    def _problem(self, rest: Rest, hit: date, days: Iterable[date]) -> Problem:
        """Answer why a visit cannot be, the nearest day, and what else can be done."""
        is_longer = self._is_longer(hit)
        field = "until" if is_longer and self.field == "starts_on" else self.field
        said = _with_latest_end(rest, hit) if is_longer else _with_nearest(rest, hit, days)
        if field in {"starts_on", "until"}:
            return Problem(OR_LEFT_OUT if rest.is_pause else OR_OTHERS, field, {"reason": said})
        if is_longer:
            return Problem(OR_CHANGE, field, {"reason": said})
        return Problem(said.message, field, said.values)

    def _is_longer(self, day: date) -> bool:
        return self.until is not None and day > self.until


def _reason(rest: Rest, hit: date) -> Problem:
    values = {"name": rest.name, "first": rest.first, "last": rest.last, "day": hit}
    return Problem(rest.said_open if rest.last is None else rest.said, values=values)


def _with_latest_end(rest: Rest, hit: date) -> Problem:
    values = {"reason": _reason(rest, hit), "free": hit - timedelta(days=1)}
    return Problem(LATEST_END, values=values)


def _with_nearest(rest: Rest, hit: date, days: Iterable[date]) -> Problem:
    reason, last = _reason(rest, hit), rest.last
    if last is None:
        return Problem(NOTHING_NEAR, values={"reason": reason})
    free = next((day for day in days if day > last), last + timedelta(days=1))
    return Problem(NEAREST, values={"reason": reason, "free": free})


def rests_of(act: Act, person: Person, series: VisitSeries) -> tuple[Rest, ...]:
    """Answer when the visitor of a series is away, and when the person or the match pauses."""
    return (*_of_person(person), *_of_match(act, series), *_of_visitor(act, series))


def rest_with(series: VisitSeries, rests: Iterable[Rest], today: date) -> None:
    """Let a series rest on the first of some pauses; one of its own that is not over stays."""
    if series.paused_from is not None and (
        series.paused_until is None or series.paused_until >= today
    ):
        return
    pauses = [one for one in rests if one.is_pause and (one.last or date.max) >= today]
    if pauses:
        first = min(pauses, key=lambda one: one.first)
        series.paused_from, series.paused_until = first.first, first.last


def within_pauses(rests: Iterable[Rest]) -> Callable[[date], bool]:
    """Answer a function that says whether a day lies in any of the pauses among some rests."""
    pauses = [rest for rest in rests if rest.is_pause]
    return lambda day: any(pause.covers(day) for pause in pauses)


def _of_person(person: Person) -> Iterator[Rest]:
    if person.status == PersonStatus.PAUSED.value:
        name = full_name(person.given_name, person.family_name)
        yield Rest(person.status_from or date.min, person.status_until, name, PAUSED, PAUSED_OPEN)


def _of_match(act: Act, series: VisitSeries) -> Iterator[Rest]:
    if series.visitor_id is None:
        return
    found = match_pauses(act.session.connection(), series.person_id, series.visitor_id)
    for first, last in found:
        yield Rest(first, last, series.visitor, MATCH_PAUSED, MATCH_PAUSED_OPEN)


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
        RestCheck((*_of_visitor(act, visit),), "day").refuse((visit,))
