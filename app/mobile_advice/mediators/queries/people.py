"""The office's own mediators on the day of a talk: languages, times, and where they are engaged."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Select, bindparam, or_, select, true

from app.clients.rules import fold, full_name
from app.mobile_advice.mediators.queries.aboard import NO_TALK, Talk, aboard_on
from app.mobile_advice.mediators.rules import (
    TAKES_A_MEDIATOR,
    Engaged,
    Mediator,
    RequestDetails,
    Suggestion,
    suggest,
)
from db.access import is_listed
from db.booking import InterpreterRequest
from db.people import Person, PersonLanguage
from db.visiting import Visit
from db.volunteers import Absence, FreeTime, Volunteer

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy import Connection

_DAY = bindparam("day", type_=Absence.from_day.type)
_MEDIATORS = (
    select(
        Volunteer.id,
        Person.id,
        Person.given_name,
        Person.family_name,
        Person.phone,
        Person.mobile,
        Volunteer.gender,
        Volunteer.community,
        Volunteer.about,
    )
    .join(Person, Person.id == Volunteer.person_id)
    .where(
        Volunteer.is_mediator == true(),
        or_(Volunteer.left_on.is_(None), Volunteer.left_on >= _DAY),
        is_listed(Person.id),
    )
)
_PEOPLE = select(Volunteer.person_id).where(Volunteer.is_mediator == true())
_LANGUAGES = select(PersonLanguage.person_id, PersonLanguage.tag, PersonLanguage.level).where(
    PersonLanguage.person_id.in_(_PEOPLE)
)
_TIMES = select(
    FreeTime.person_id, FreeTime.weekday, FreeTime.from_minute, FreeTime.until_minute
).where(FreeTime.person_id.in_(_PEOPLE))
_AWAY = select(Absence.volunteer_id).where(
    Absence.from_day <= _DAY, or_(Absence.until_day.is_(None), Absence.until_day >= _DAY)
)
_R, _V = InterpreterRequest.__table__.c, Visit.__table__.c
_TALKS = select(_R.mediator_id, _R.from_time, _R.until_time).where(
    InterpreterRequest.day == bindparam("day", type_=InterpreterRequest.day.type),
    InterpreterRequest.mediator_id.is_not(None),
    InterpreterRequest.state.in_([state.value for state in TAKES_A_MEDIATOR]),
    InterpreterRequest.id != bindparam("but", type_=InterpreterRequest.id.type),
)
_VISITS = select(_V.visitor_id, _V.planned_start, _V.planned_end).where(
    Visit.visitor_id.in_(_PEOPLE),
    Visit.planned_start >= bindparam("first", type_=Visit.planned_start.type),
    Visit.planned_start < bindparam("after", type_=Visit.planned_start.type),
    Visit.status.in_(("planned", "held")),
)
_NOBODY = UUID(int=0)


def mediators_on(connection: Connection, day: date, talk: Talk = NO_TALK) -> tuple[Mediator, ...]:
    """Answer the office's mediators on a day; the talk itself is in nobody's way."""
    languages: defaultdict[UUID, dict[str, str]] = defaultdict(dict)
    for person_id, tag, level in connection.execute(_LANGUAGES):
        languages[person_id][tag] = level
    hours = _hours(connection, day)
    engaged = engaged_on(connection, day, talk)
    away = frozenset(connection.scalars(_AWAY, {"day": day}))
    return tuple(
        Mediator(
            person_id,
            full_name(given, family),
            mobile or phone,
            gender,
            languages.get(person_id, {}),
            frozenset(fold(f"{community} {about}").split()),
            hours.get(person_id),
            tuple(engaged.get(person_id, ())),
            volunteer_id in away,
        )
        for volunteer_id, person_id, given, family, phone, mobile, gender, community, about in (
            connection.execute(_MEDIATORS, {"day": day})
        )
    )


def suggestions(
    connection: Connection, details: RequestDetails, but: UUID | None = None
) -> tuple[Suggestion, ...]:
    """Answer which of the office's mediators could come to a talk, the best first."""
    if not details.language or details.day is None:
        return ()
    everybody = mediators_on(connection, details.day, Talk(but, details.appointment_id))
    return suggest(details, everybody, frozenset(fold(details.dialect).split()))


def engaged_on(
    connection: Connection, day: date, talk: Talk = NO_TALK
) -> dict[UUID, list[Engaged]]:
    """Answer when people interpret, visit or go along on a tour of a day, by person."""
    found: defaultdict[UUID, list[Engaged]] = defaultdict(list)
    but = talk.request_id or _NOBODY
    for person_id, start, end in connection.execute(_TALKS, {"day": day, "but": but}):
        found[person_id].append(Engaged(start, end))
    for mate in aboard_on(connection, day, talk):
        found[mate.person_id].append(Engaged(mate.start, mate.end))
    first = datetime.combine(day, time())
    values = {"first": first, "after": first + timedelta(days=1)}
    for person_id, begins, ends in connection.execute(_VISITS, values):
        start = begins.hour * 60 + begins.minute
        length = int((ends - begins).total_seconds()) // 60
        found[person_id].append(Engaged(start, start + length))
    return {person_id: sorted(times) for person_id, times in found.items()}


def names_of(connection: Connection, people: Collection[UUID]) -> dict[UUID, str]:
    """Answer the names of people who may be known."""
    asked: Select[UUID, str, str] = select(Person.id, Person.given_name, Person.family_name).where(
        Person.id.in_(list(people)), is_listed(Person.id)
    )
    return {key: full_name(given, family) for key, given, family in connection.execute(asked)}


def _hours(connection: Connection, day: date) -> dict[UUID, tuple[Engaged, ...]]:
    """Answer the free times of a weekday; nothing for who never said any."""
    found: defaultdict[UUID, list[Engaged]] = defaultdict(list)
    for person_id, weekday, start, end in connection.execute(_TIMES):
        found[person_id] += [Engaged(start, end)] if weekday == day.isoweekday() else []
    return {person_id: _joined(times) for person_id, times in found.items()}


def _joined(times: list[Engaged]) -> tuple[Engaged, ...]:
    """Answer stretches with those put together that touch."""
    joined: list[Engaged] = []
    for one in sorted(times):
        if joined and one.start <= joined[-1].end:
            joined[-1] = Engaged(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return tuple(joined)
