"""Asking about substitutes: visits whose volunteer is away, and who could come instead."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from app.clients.rules import full_name
from app.matches.queries.facts import read_volunteers
from app.matches.queries.people import read_waiting
from app.substitutes import statements as ask
from app.visiting.matching.candidates import Candidate, ranking
from app.visiting.matching.weighing import weights_here
from app.visiting.matching.wishes import Person as Waiting
from app.volunteers.rules import Stretch, bits_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from app.visiting.matching.wishes import Volunteer

LOOKS_AHEAD = timedelta(days=92)
"""How far ahead visits of volunteers who are away are looked for: a quarter of a year."""
MOST_PROPOSED = 6
"""Volunteers proposed for one visit."""
_NOBODY = UUID(int=0)
_SLOT = 30


class SubstituteRow(NamedTuple):
    """Somebody who could make a visit."""

    id: UUID
    """The person who volunteers."""
    name: str
    phone: str
    was_there: date | None
    """The last visit to the same person; None for somebody new."""
    found: Candidate


@dataclass(frozen=True, slots=True)
class UncoveredVisit:
    """A planned visit that needs somebody else, and who could come."""

    id: UUID
    version: int
    person_id: UUID
    person_name: str
    start: datetime
    end: datetime
    visitor_id: UUID | None
    visitor: str
    instead_of: str
    reason: str
    """Why the volunteer is away, see `app.volunteers.rules.AbsenceReason`; "" is not said."""
    substitutes: tuple[SubstituteRow, ...]
    """Those known to the person first, then by how well the two suit."""


class Away(NamedTuple):
    """Days on which a volunteer is away."""

    first: date
    last: date | None
    reason: str

    def covers(self, day: date) -> bool:
        """Answer whether a day is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)


def uncovered_visits(
    connection: Connection, now: datetime, visitor_id: UUID | None = None
) -> tuple[UncoveredVisit, ...]:
    """Answer the visits of volunteers who are away, of all or of one, in order of time."""
    away = _absences(connection, now.date())
    wanted = set(away) if visitor_id is None else {visitor_id} & set(away)
    if not wanted:
        return ()
    values = {"now": now, "end": now + LOOKS_AHEAD, "visitors": list(wanted)}
    rows = [
        (row, absence)
        for row in connection.execute(ask.OF_VISITORS, values)
        if (absence := _absence_on(away[row.visitor_id], row.planned_start.date()))
    ]
    return _with_substitutes(connection, rows, away, now.date())


def visit_to_cover(connection: Connection, visit_id: UUID, now: datetime) -> UncoveredVisit | None:
    """Answer one planned visit with who could make it instead; None when it is over or gone."""
    row = connection.execute(ask.ONE, {"visit_id": visit_id, "now": now}).first()
    if row is None:
        return None
    away = _absences(connection, now.date())
    found = _absence_on(away.get(row.visitor_id, ()), row.planned_start.date())
    return _with_substitutes(connection, [(row, found)], away, now.date())[0]


def _absences(connection: Connection, today: date) -> Mapping[UUID, list[Away]]:
    found: dict[UUID, list[Away]] = defaultdict(list)
    for person, first, last, reason in connection.execute(ask.ABSENCES, {"today": today}):
        found[person].append(Away(first, last, reason))
    return dict(found)


def _absence_on(absences: Iterable[Away], day: date) -> Away | None:
    return next((one for one in absences if one.covers(day)), None)


def _with_substitutes(
    connection: Connection,
    rows: Sequence[tuple[Row[*tuple[Any, ...]], Away | None]],
    away: Mapping[UUID, Sequence[Away]],
    today: date,
) -> tuple[UncoveredVisit, ...]:
    if not rows:
        return ()
    finder = _Finder(connection, {row.client_id for row, _absence in rows}, away, today)
    return tuple(
        UncoveredVisit(
            row.id,
            row.version,
            row.client_id,
            full_name(row.given_name, row.family_name),
            row.planned_start,
            row.planned_end,
            row.visitor_id,
            row.visitor,
            row.instead_of,
            absence.reason if absence else "",
            finder.substitutes(row),
        )
        for row, absence in rows
    )


class _Finder:
    """Looks for substitutes of several visits, and reads what does not depend on them once."""

    def __init__(
        self,
        connection: Connection,
        people: Collection[UUID],
        away: Mapping[UUID, Sequence[Away]],
        today: date,
    ) -> None:
        self._connection, self._away = connection, away
        self._waiting = read_waiting(connection, people)
        # A substitute takes on one visit, not another person.
        everybody = read_volunteers(connection, today)
        self._volunteers = [replace(one, capacity=1, is_away_long=False) for one in everybody]
        self._weights = weights_here(connection, today)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in connection.execute(ask.APART):
            self._apart[one.hex].add(other.hex)
            self._apart[other.hex].add(one.hex)

    def substitutes(self, visit: Row[*tuple[Any, ...]]) -> tuple[SubstituteRow, ...]:
        """Answer who could make a visit: known ones first, then the best."""
        person, key = self._person(visit), visit.client_id.hex
        free = self._free(visit)
        apart = frozenset(self._apart[key])
        found = ranking(person, free, len(free), weights=self._weights, apart=apart)
        possible = found.first[: found.possible]
        values = {"person_id": visit.client_id, "nobody": _NOBODY}
        there = {
            one.hex: last.date() for one, last in self._connection.execute(ask.FAMILIAR, values)
        }
        known = [one for one in possible if one.volunteer in there]
        known.sort(key=lambda one: there[str(one.volunteer)], reverse=True)
        others = [one for one in possible if one.volunteer not in there]
        return self._named((*known, *others)[:MOST_PROPOSED], there)

    def _person(self, visit: Row[*tuple[Any, ...]]) -> Waiting:
        person = self._waiting.get(visit.client_id.hex) or Waiting(visit.client_id.hex)
        start, end = visit.planned_start, visit.planned_end
        first = (start.hour * 60 + start.minute) // _SLOT * _SLOT
        last = -(-(end.hour * 60 + end.minute) // _SLOT) * _SLOT
        hours = bits_of([Stretch(start.isoweekday(), first, last)])
        return replace(person, hours=hours, visit_minutes=last - first)

    def _free(self, visit: Row[*tuple[Any, ...]]) -> list[Volunteer]:
        """Answer the volunteers who are neither away nor at another visit at that time."""
        start, end = visit.planned_start, visit.planned_end
        values = {
            "nobody": _NOBODY,
            "midnight": datetime.combine(start.date(), time.min),
            "start": start,
            "end": end,
        }
        out = {key.hex for key in self._connection.scalars(ask.BUSY, values)}
        out |= {key.hex for key, days in self._away.items() if _absence_on(days, start.date())}
        out |= {visit.client_id.hex, visit.visitor_id.hex if visit.visitor_id else ""}
        return [one for one in self._volunteers if one.id not in out]

    def _named(
        self, found: Sequence[Candidate], there: Mapping[str, date]
    ) -> tuple[SubstituteRow, ...]:
        ids = [UUID(str(one.volunteer)) for one in found]
        names = {row.id: row for row in self._connection.execute(ask.NAMES, {"ids": ids})}
        return tuple(
            SubstituteRow(
                key,
                full_name(names[key].given_name, names[key].family_name),
                names[key].mobile or names[key].phone,
                there.get(key.hex),
                one,
            )
            for key, one in zip(ids, found, strict=True)
            if key in names
        )
