"""The questions about series in SQL, each built once; nobody sees those of hidden people."""

from __future__ import annotations

from sqlalchemy import Date, DateTime, Text, bindparam, case, func, or_, select

from app.visiting.rules import VisitStatus
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.matches import Match, VisitingWish
from db.people import Person
from db.series import VisitSeries
from db.visiting import Visit
from db.volunteers import Absence, FreeTime, Volunteer

_VISIT, _PERSON = Visit.__table__, Person.__table__
_KNOWN = is_known_to_me(_VISIT.c.client_id)

BUSY = (
    select(
        _VISIT.c.id,
        _VISIT.c.planned_start,
        _VISIT.c.planned_end,
        _VISIT.c.client_id,
        # Somebody hidden is busy all the same, but has no name.
        case((_KNOWN, _PERSON.c.given_name), else_="").label("given_name"),
        case((_KNOWN, _PERSON.c.family_name), else_="").label("family_name"),
        _VISIT.c.visitor,
        _VISIT.c.visitor_id,
    )
    .join_from(_VISIT, _PERSON, _VISIT.c.client_id == _PERSON.c.id)
    .where(
        _VISIT.c.planned_start >= bindparam("start", type_=DateTime()),
        _VISIT.c.planned_start < bindparam("end", type_=DateTime()),
        _VISIT.c.status.in_([VisitStatus.PLANNED.value, VisitStatus.HELD.value]),
        or_(
            _VISIT.c.client_id == bindparam("client_id", type_=Key()),
            _VISIT.c.visitor.in_(bindparam("visitors", type_=Text(), expanding=True)),
            _VISIT.c.visitor_id.in_(bindparam("visitor_ids", type_=Key(), expanding=True)),
        ),
    )
)
"""The standing visits of a person and of some visitors within a span of days."""

_SERIES, _MATCH, _WISH = VisitSeries.__table__, Match.__table__, VisitingWish.__table__
_MIDNIGHT = bindparam("midnight", type_=DateTime())
_SERIES_ID = bindparam("series_id", type_=Key())
_PERSON_ID = bindparam("person_id", type_=Key())
_NEXT = (
    select(func.min(_VISIT.c.planned_start))
    .where(
        _VISIT.c.series_id == _SERIES.c.id,
        _VISIT.c.status == VisitStatus.PLANNED.value,
        _VISIT.c.planned_start >= _MIDNIGHT,
    )
    .scalar_subquery()
)
_ROWS = (
    select(
        *_SERIES.c,
        _PERSON.c.given_name,
        _PERSON.c.family_name,
        _PERSON.c.address_protected,
        _NEXT.label("next_start"),
    )
    .join_from(_SERIES, _PERSON, _SERIES.c.person_id == _PERSON.c.id)
    .where(
        is_known_to_me(_SERIES.c.person_id),
        or_(_SERIES.c.visitor_id.is_(None), is_known_to_me(_SERIES.c.visitor_id)),
    )
)
RUNNING = _ROWS.where(
    or_(_SERIES.c.until.is_(None), _SERIES.c.until >= bindparam("today", type_=Date()))
).order_by(_PERSON.c.sort_key_de, _SERIES.c.starts_on, _SERIES.c.id)
OF_PERSON = _ROWS.where(
    or_(
        _SERIES.c.person_id.in_(cards_of(_PERSON_ID)),
        _SERIES.c.visitor_id.in_(cards_of(_PERSON_ID)),
    )
).order_by(_SERIES.c.starts_on.desc(), _SERIES.c.id)
ONE = _ROWS.where(_SERIES.c.id == _SERIES_ID)
AHEAD = (
    select(
        _VISIT.c.id,
        _VISIT.c.version,
        _VISIT.c.planned_start,
        _VISIT.c.planned_end,
        _VISIT.c.visitor,
        _VISIT.c.instead_of,
        _VISIT.c.status,
        _VISIT.c.occurs_on,
    )
    .where(
        _VISIT.c.series_id == _SERIES_ID,
        _VISIT.c.planned_start > bindparam("now", type_=DateTime()),
        _KNOWN,
    )
    .order_by(_VISIT.c.planned_start)
)
OF_VISIT = (
    select(_SERIES.c.id, _SERIES.c.version, _SERIES.c.until, _VISIT.c.occurs_on)
    .join_from(_VISIT, _SERIES, _VISIT.c.series_id == _SERIES.c.id)
    .where(_VISIT.c.id == bindparam("visit_id", type_=Key()), _KNOWN)
)
SINCE = select(func.min(_VISIT.c.occurs_on)).where(_VISIT.c.series_id == _SERIES_ID, _KNOWN)
PERSON = select(_PERSON.c.id, _PERSON.c.given_name, _PERSON.c.family_name).where(
    _PERSON.c.id == _PERSON_ID, is_known_to_me(_PERSON.c.id)
)
WISH = select(_WISH.c.service_kind, _WISH.c.frequency, _WISH.c.minutes).where(
    _WISH.c.person_id == _PERSON_ID, is_known_to_me(_WISH.c.person_id)
)
_VISITOR_ID = bindparam("visitor_id", type_=Key())
MATCH = (
    select(_MATCH.c.id, _MATCH.c.visitor_id, _PERSON.c.given_name, _PERSON.c.family_name)
    .join_from(_MATCH, _PERSON, _PERSON.c.id == _MATCH.c.visitor_id)
    .where(
        _MATCH.c.person_id == _PERSON_ID,
        or_(_VISITOR_ID.is_(None), _MATCH.c.visitor_id == _VISITOR_ID),
        # See `app.matches.rules.MatchStage`, which stands on this feature.
        _MATCH.c.stage.in_(["trial", "running"]),
        is_known_to_me(_MATCH.c.person_id),
        is_known_to_me(_MATCH.c.visitor_id),
    )
    .order_by(_MATCH.c.since.desc(), _MATCH.c.id)
    .limit(1)
)
"""The newest match of somebody in which visits are made."""
_ABSENCE, _VOLUNTEER = Absence.__table__, Volunteer.__table__
ABSENCES = (
    select(_ABSENCE.c.from_day, _ABSENCE.c.until_day)
    .join_from(_ABSENCE, _VOLUNTEER, _VOLUNTEER.c.id == _ABSENCE.c.volunteer_id)
    .where(_VOLUNTEER.c.person_id == _VISITOR_ID, is_known_to_me(_VOLUNTEER.c.person_id))
    .order_by(_ABSENCE.c.from_day)
)
"""The days on which somebody who visits is away."""
_TIME = FreeTime.__table__
TIMES = (
    select(_TIME.c.weekday, _TIME.c.from_minute, _TIME.c.until_minute)
    .where(_TIME.c.person_id == _PERSON_ID, is_known_to_me(_TIME.c.person_id))
    .order_by(_TIME.c.weekday, _TIME.c.from_minute)
)
