"""Who visits: a volunteer by the name, whether she may, and whether a match or series rests."""

from __future__ import annotations

from datetime import date, timedelta
from functools import reduce
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from app.errors import N_, Problem
from app.volunteers.queries import volunteer_card
from app.volunteers.rules import VolunteerStage
from db.access import is_known_to_me
from db.base import Key
from db.matches import Match
from db.people import Person
from db.volunteers import Volunteer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy import Connection

    from app.volunteers.queries import VolunteerCard

NOT_YET = N_("{name} cannot visit yet. Missing: {missing}.")
HAS_LEFT = N_("{name} is no volunteer any more, since {day:%d.%m.%Y}.")
NOT_BEFORE = N_("{name} visits from {day:%d.%m.%Y} on. Please choose this day or a later one.")
MATCH_RESTS = N_(
    "The match with {name} is paused until {last:%d.%m.%Y}. The next possible day is "
    "{first:%d.%m.%Y}."
)
MATCH_RESTS_OPEN = N_(
    "The match with {name} is paused, and nobody knows until when. Let it run again first."
)
SERIES_RESTS = N_(
    "The series is paused until {last:%d.%m.%Y}. The next possible day is {first:%d.%m.%Y}."
)
SERIES_RESTS_OPEN = N_(
    "The series is paused, and nobody knows until when. Resume it first, or choose a day before "
    "{since:%d.%m.%Y}."
)
_AND = N_("{first}, {rest}")
_PAUSED = "paused"
"""See `app.matches.rules.MatchStage`, which stands on this feature."""

_NAMED = (
    select(Volunteer.person_id)
    .join(Person, Person.id == Volunteer.person_id)
    .where(
        func.trim(Person.given_name + " " + Person.family_name) == bindparam("name"),
        is_known_to_me(Volunteer.person_id),
    )
    .limit(2)
)
_RESTING = select(Match.since, Match.paused_until).where(
    Match.person_id == bindparam("person_id", type_=Key()),
    Match.visitor_id == bindparam("visitor_id", type_=Key()),
    Match.stage == _PAUSED,
    is_known_to_me(Match.person_id),
    is_known_to_me(Match.visitor_id),
)


def visitor_named(connection: Connection, name: str) -> UUID | None:
    """Answer the card of the one volunteer of a name; None where there is none, or several."""
    found = connection.scalars(_NAMED, {"name": " ".join(name.split())}).all()
    return found[0] if len(found) == 1 else None


def why_not_visitor(
    connection: Connection, visitor_id: UUID, day: date, today: date
) -> Problem | None:
    """Answer why somebody cannot visit on a day; colleagues without a volunteer's file can."""
    card = volunteer_card(connection, visitor_id, today)
    if card is None or card.details is None:
        return None
    left, begins = card.details.left_on, card.details.active_from
    if left is not None and left < day:
        return Problem(HAS_LEFT, "visitor", {"name": card.name, "day": left})
    if missing := _missing(card):
        return Problem(NOT_YET, "visitor", {"name": card.name, "missing": listed(missing)})
    if card.stage is not VolunteerStage.ACTIVE and begins is not None and begins > day:
        return Problem(NOT_BEFORE, "day", {"name": card.name, "day": begins})
    return None


def why_match_rests(
    connection: Connection, person_id: UUID, visitor_id: UUID, day: date, name: str
) -> Problem | None:
    """Answer that the match of two people is paused on a day, and when it goes on."""
    for since, until in match_pauses(connection, person_id, visitor_id):
        if day < since or (until is not None and until < day):
            continue
        if until is None:
            return Problem(MATCH_RESTS_OPEN, "day", {"name": name})
        first = until + timedelta(days=1)
        return Problem(MATCH_RESTS, "day", {"name": name, "last": until, "first": first})
    return None


def match_pauses(
    connection: Connection, person_id: UUID, visitor_id: UUID
) -> tuple[tuple[date, date | None], ...]:
    """Answer from when to when the match of two people is paused; None while nobody knows."""
    values = {"person_id": person_id, "visitor_id": visitor_id}
    return tuple((since, until) for since, until in connection.execute(_RESTING, values))


def series_rests(since: date | None, until: date | None, day: date) -> Problem | None:
    """Answer that a series is paused on a day, and when it goes on."""
    if since is None or day < since or (until is not None and until < day):
        return None
    if until is None:
        return Problem(SERIES_RESTS_OPEN, "day", {"since": since})
    return Problem(SERIES_RESTS, "day", {"last": until, "first": until + timedelta(days=1)})


def listed(titles: Iterable[str]) -> Problem:
    """Answer some titles as one value, each translated where it is shown."""
    parts = [Problem(title) for title in titles]
    return reduce(_joined, reversed(parts[:-1]), parts[-1])


def _joined(rest: Problem, first: Problem) -> Problem:
    return Problem(_AND, values={"first": first, "rest": rest})


def _missing(card: VolunteerCard) -> list[str]:
    return [one.requirement.title for one in card.standings if not one.state.lets_go_on]
