"""Gathers what the public is told of tours."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.clients.languages import language_name
from app.mobile_advice.tours import statements as ask
from app.mobile_advice.tours.queries import list_vehicles
from app.mobile_advice.tours.rules import DayState, HaltState, time_of
from db.admin import OfficeCard
from forms.mobile_advice.timetable_facts import PublicHalt, PublicStop, PublicTimetable
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection, Row

    from app.mobile_advice.tours.rules.public import PublicWish

    AnyRow = Row[*tuple[Any, ...]]

_OFFICE = select(OfficeCard.name, OfficeCard.sender, OfficeCard.phone).limit(1)


@cache
def public_words() -> Mapping[str, Mapping[str, str]]:
    """Answer the fixed words of every language that there are some in."""
    return tomllib.loads(read_text("mobile_advice", "public_words.toml"))


def public_languages() -> tuple[tuple[str, bool], ...]:
    """Answer the languages of the timetable, and whether a native speaker has read their words."""
    return tuple((tag, bool(words["reviewed"])) for tag, words in public_words().items())


def public_rows(connection: Connection, wish: PublicWish) -> Sequence[AnyRow]:
    """Answer every stop of the wanted days in order of time."""
    found = connection.execute(ask.PUBLIC, {"first": wish.first, "last": wish.last}).all()
    return [row for row in found if wish.tour_id in {None, row.tour_id}]


def public_timetable(connection: Connection, wish: PublicWish, today: date) -> PublicTimetable:
    """Answer what papers and web page show."""
    office = connection.execute(_OFFICE).first()
    by_stop: dict[UUID, list[AnyRow]] = defaultdict(list)
    for row in public_rows(connection, wish):
        by_stop[row.stop_id].append(row)
    used = {row.vehicle_id for rows in by_stop.values() for row in rows}
    names = [one.details.name for one in list_vehicles(connection) if one.id in used]
    return PublicTimetable(
        office=(office.sender or office.name) if office is not None else "",
        phone=office.phone if office is not None else "",
        name=names[0] if len(names) == 1 and None not in used else "",
        stops=tuple(_stop(rows, wish.languages) for rows in by_stop.values()),
        languages=wish.languages,
        words=public_words(),
        made_on=today,
    )


def places_of(row: AnyRow) -> tuple[str, ...]:
    """Answer where a stop is, line by line."""
    street = f"{row.street} {row.house_number}".strip()
    town = f"{row.postal_code} {row.city}".strip()
    address = ", ".join(filter(None, (street, town)))
    return tuple(filter(None, (row.meeting_point, address)))


def is_cancelled(row: AnyRow) -> bool:
    """Answer whether a stop does not take place."""
    return bool(row.state == DayState.CANCELLED or row.halt_state == HaltState.CANCELLED)


def is_confirmed(row: AnyRow) -> bool:
    """Answer whether the office has said that a day goes as it stands: it may change until then."""
    return bool(row.state != DayState.PLANNED)


def times_of(row: AnyRow) -> tuple[datetime, datetime]:
    """Answer from when to when, by the wall clock."""
    return (
        datetime.combine(row.day, time_of(row.from_time)),
        datetime.combine(row.day, time_of(row.until_time)),
    )


def _stop(rows: Sequence[AnyRow], languages: Sequence[str]) -> PublicStop:
    first = rows[0]
    spoken = dict.fromkeys(tag for row in rows for tag in row.languages.split())
    return PublicStop(
        name=first.stop,
        places=places_of(first),
        access=first.access,
        bad_weather=first.bad_weather,
        languages=tuple(
            (tag, ", ".join(_language_in(one, tag) for one in spoken)) for tag in languages
        ),
        halts=tuple(_halt(row) for row in rows),
    )


def _language_in(spoken: str, tag: str) -> str:
    """Answer what a language is called in another one; rare ones have their English name."""
    from babel import Locale  # noqa: PLC0415 - only for papers

    from forms.dates import locale_of  # noqa: PLC0415 - brings babel

    known = Locale.parse(locale_of(tag)).languages.get(spoken)
    return str(known or language_name(spoken, "en"))


def _halt(row: AnyRow) -> PublicHalt:
    start, end = times_of(row)
    moved = row.occurs_on if row.occurs_on not in {None, row.day} else None
    return PublicHalt(start, end, is_cancelled(row), moved, is_confirmed(row))
