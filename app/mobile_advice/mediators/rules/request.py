"""A request for a mediator as its form has it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from app.errors import N_, Problem
from app.mobile_advice.mediators.rules.lead import Pool, earliest_day, soonest
from app.mobile_advice.mediators.rules.words import NEXT, STATE_LABELS, RequestState, Way
from app.text_rules import MISSING, NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

NOTE_LENGTH = 2_000
DAY = 24 * 60

NO_LANGUAGE = N_("Please choose the language that is needed.")
NO_DAY = N_("Please enter the day of the talk.")
DAY_IS_PAST = N_("This day is over. Please enter a day from today on.")
NO_TIMES = N_("Please enter when the talk begins and ends.")
TIMES_CROSSED = N_("The talk ends before it begins. Please correct one of the times.")
NO_REQUESTER = N_("Please say who asks for the talk.")
ONE_OF_BOTH = N_("Choose one of your own mediators or a pool, not both.")
BELOW_LEAD = N_(
    "Working days that {pool} needs: {count}. The nearest possible day is {day:%d.%m.%Y}."
)
BELOW_LEAD_SOONER = N_(
    "Working days that {pool} needs: {count}. The nearest possible day is {day:%d.%m.%Y}. {other} "
    "could come from {sooner:%d.%m.%Y} on."
)
OWN_BELOW_LEAD = N_(
    "Working days that your own mediators need: {count}. The nearest possible day is "
    "{day:%d.%m.%Y}."
)
NOT_SWORN = N_("{pool} sends no sworn interpreters. {other} does.")
NOT_SWORN_ALONE = N_(
    "{pool} sends no sworn interpreters, and no other pool does. Add one that does, or take the "
    "mark away."
)
OWN_NOT_SWORN = N_(
    "This talk needs a sworn interpreter. Your own mediators are not sworn: choose a pool."
)
OTHER_LANGUAGES = N_("{pool} does not offer this language. {other} does.")
OTHER_LANGUAGES_ALONE = N_("{pool} does not offer this language, and no other pool does.")
NO_SUCH_POOL = N_("This pool is not offered any more. Please choose another one.")
NOT_VALID_YET = N_("{pool} can be booked from {day:%d.%m.%Y} on.")
MEDIATOR_BUSY = N_(
    "{name} is engaged from {start} to {end} on that day. {other} would be free at that time."
)
MEDIATOR_BUSY_ALONE = N_(
    "{name} is engaged from {start} to {end} on that day. From {end} on {name} is free."
)
MEDIATOR_AWAY = N_("{name} is away on that day. {other} would be free.")
MEDIATOR_AWAY_ALONE = N_("{name} is away on that day. Please choose another day or a pool.")
NOT_A_MEDIATOR = N_("{name} is not entered as a mediator.")
NOT_AFTER = N_("“{state}” cannot follow now: this request is “{was}”.")
NO_REASON = N_("Please say why.")
TOO_FAR = N_("Please enter a number from 0 to {most}.")
NOBODY_ASKED = N_("Please choose one of your own mediators, or a pool.")
NOT_OVER = N_("This can be said on the day of the talk.")


@dataclass(frozen=True, slots=True)
class RequestDetails:
    """Everything that the form of a request asks."""

    language: str = ""
    dialect: str = ""
    gender_wish: str = ""
    subject: str = ""
    day: date | None = None
    from_time: int | None = None
    """Minutes after midnight."""
    until_time: int | None = None
    way: str = Way.PLACE
    place: str = ""
    requester_id: UUID | None = None
    requester: str = ""
    funding: str = ""
    sworn_needed: bool = False
    mediator_id: UUID | None = None
    pool_id: UUID | None = None
    person_id: UUID | None = None
    note: str = ""
    appointment_id: UUID | None = None
    """For which appointment it is asked."""


class Engaged(NamedTuple):
    """A time at which a mediator is engaged on the day."""

    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Answer whether another talk would be in its way."""
        return start < self.end and self.start < end


@dataclass(frozen=True, slots=True)
class MediatorFacts:
    """The chosen mediator on the day of the talk."""

    name: str
    is_mediator: bool = True
    is_away: bool = False
    engaged: tuple[Engaged, ...] = ()
    instead: str = ""
    """Name of another who is free then and speaks the language; "" for nobody."""


@dataclass(frozen=True, slots=True)
class RequestFrame:
    """What a request is held against."""

    today: date
    asked_on: date
    """The day of the request: today for a new one."""
    own_lead_days: int
    pools: tuple[Pool, ...] = ()
    holidays: frozenset[date] = field(default=frozenset())
    mediator: MediatorFacts | None = None

    def pool(self, pool_id: UUID | None) -> Pool | None:
        """Answer a pool."""
        return next((one for one in self.pools if one.id == pool_id), None)


def check_request(details: RequestDetails, frame: RequestFrame) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a request, in the order of the form."""
    problems = tuple(_words(details, frame))
    if problems:
        return problems
    return (*_source(details, frame), *_lead(details, frame))


def _words(details: RequestDetails, frame: RequestFrame) -> Iterator[Problem]:
    if not details.language:
        yield Problem(NO_LANGUAGE, "language")
    for name in ("dialect", "place", "requester"):
        yield from check_text(getattr(details, name), name, longest=NAME_LENGTH)
    yield from check_text(details.subject, "subject", longest=NAME_LENGTH, required=True)
    yield from check_text(details.note, "note", longest=NOTE_LENGTH, lines=True)
    yield from _times(details, frame.today)
    if details.way == Way.PLACE and not details.place.strip():
        yield Problem(MISSING, "place")
    if details.requester_id is None and not details.requester.strip():
        yield Problem(NO_REQUESTER, "requester")
    if details.mediator_id is not None and details.pool_id is not None:
        yield Problem(ONE_OF_BOTH, "pool_id")


def _times(details: RequestDetails, today: date) -> Iterator[Problem]:
    if details.day is None:
        yield Problem(NO_DAY, "day")
    elif details.day < today:
        yield Problem(DAY_IS_PAST, "day")
    if details.from_time is None or details.until_time is None:
        yield Problem(NO_TIMES, "from_time" if details.from_time is None else "until_time")
    elif not 0 <= details.from_time < details.until_time <= DAY:
        yield Problem(TIMES_CROSSED, "until_time")


def _source(details: RequestDetails, frame: RequestFrame) -> Iterator[Problem]:
    if details.mediator_id is not None:
        yield from _mediator(details, frame)
    pool = frame.pool(details.pool_id)
    if details.pool_id is not None and pool is None:
        yield Problem(NO_SUCH_POOL, "pool_id")
    if pool is None or details.day is None:
        return
    if not pool.speaks(details.language):
        yield _or_alone(OTHER_LANGUAGES, OTHER_LANGUAGES_ALONE, pool, _other(details, frame))
    elif details.sworn_needed and not pool.sworn:
        yield _or_alone(NOT_SWORN, NOT_SWORN_ALONE, pool, _other(details, frame))
    elif pool.valid_from > details.day:
        values = {"pool": pool.name, "day": pool.valid_from}
        yield Problem(NOT_VALID_YET, "pool_id", values)


def _mediator(details: RequestDetails, frame: RequestFrame) -> Iterator[Problem]:
    facts = frame.mediator
    if details.sworn_needed:
        yield Problem(OWN_NOT_SWORN, "mediator_id")
    if facts is None or details.from_time is None or details.until_time is None:
        return
    name = {"name": facts.name, "other": facts.instead}
    if not facts.is_mediator:
        yield Problem(NOT_A_MEDIATOR, "mediator_id", name)
    elif facts.is_away:
        yield Problem(MEDIATOR_AWAY if facts.instead else MEDIATOR_AWAY_ALONE, "mediator_id", name)
    else:
        found = (e for e in facts.engaged if e.overlaps(details.from_time, details.until_time))
        busy = next(found, None)
        if busy is not None:
            times = {"start": _clock(busy.start), "end": _clock(busy.end)}
            message = MEDIATOR_BUSY if facts.instead else MEDIATOR_BUSY_ALONE
            yield Problem(message, "mediator_id", {**name, **times})


def _lead(details: RequestDetails, frame: RequestFrame) -> Iterator[Problem]:
    """Refuse a day below the lead time of whoever is asked; a pool names who is sooner."""
    day = details.day
    if day is None:
        return
    pool = frame.pool(details.pool_id)
    if pool is None:
        first = earliest_day(frame.asked_on, frame.own_lead_days, frame.holidays)
        if details.mediator_id is not None and day < first:
            values = {"count": frame.own_lead_days, "day": first}
            yield Problem(OWN_BELOW_LEAD, "day", values)
        return
    first = earliest_day(frame.asked_on, pool.lead_days, frame.holidays)
    if day >= first:
        return
    values = {"pool": pool.name, "count": pool.lead_days, "day": first}
    wanted = (details.language, first, details.sworn_needed)
    other = soonest(frame.pools, frame.asked_on, wanted, frame.holidays)
    if other is None or other[1] >= first:
        yield Problem(BELOW_LEAD, "day", values)
    else:
        more = {"other": other[0].name, "sooner": other[1]}
        yield Problem(BELOW_LEAD_SOONER, "day", {**values, **more})


def check_step(was: RequestState, to: RequestState, reason: str) -> tuple[Problem, ...]:
    """Answer what stands against a step; declining and cancelling need a reason."""
    if to not in NEXT[was]:
        return (
            Problem(
                NOT_AFTER,
                "",
                {"state": Problem(STATE_LABELS[to]), "was": Problem(STATE_LABELS[was])},
            ),
        )
    if to in {RequestState.DECLINED, RequestState.CANCELLED} and not reason.strip():
        return (Problem(NO_REASON, "reason"),)
    return check_text(reason, "reason", longest=NOTE_LENGTH, lines=True)


def _other(details: RequestDetails, frame: RequestFrame) -> str:
    day = details.day or frame.today
    found = (
        pool.name
        for pool in frame.pools
        if pool.id != details.pool_id
        and pool.serves(details.language, day, sworn=details.sworn_needed)
    )
    return next(found, "")


def _or_alone(message: str, alone: str, pool: Pool, other: str) -> Problem:
    if not other:
        return Problem(alone, "pool_id", {"pool": pool.name})
    return Problem(message, "pool_id", {"pool": pool.name, "other": other})


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
