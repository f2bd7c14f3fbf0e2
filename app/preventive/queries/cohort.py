"""Who is due in a period: one question over all rules, the offers and the exemptions."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import Integer, literal, or_, select, type_coerce, union_all

from app.clients.rules import full_name
from app.preventive.queries.due import LAST_OF_ALL, due_by, is_cared_for, offers_between
from app.preventive.queries.rule_book import office_rules
from app.preventive.rules import OfferState, due_day, is_at_risk, slices
from db.areas import Area
from db.base import KeyDigits
from db.preventive import PreventiveExemption

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from sqlalchemy import CompoundSelect, Connection, Executable

    from app.preventive.rules import Period, PreventiveRule, Slice

_NAMESPACE = UUID("6a1c1f0e-6c0d-5f0b-9d0e-0b1f4f6f8e14")


class DueRow(NamedTuple):
    """One visit that is due to one person by one rule.

    An office has tens of thousands of them: what is seldom asked for is reckoned when it is.
    """

    person_key: str
    """The digits of the person's id: few rows of a list are acted upon."""
    given_name: str
    family_name: str
    address_protected: bool
    birth_date: date | None
    birth_precision: str
    phone: str
    area: str
    """"" where nobody said."""
    rule_code: str
    period_from: date
    due_on: date
    state: OfferState
    alone_certain: bool
    """False where the rule asks for it, but nobody said that the person lives alone."""
    risk_since: date | None
    offer_digits: str | None
    """The digits of the offer's id; None while nothing was offered or decided."""
    version: int
    """0 while nothing was offered or decided."""
    offered_on: date | None
    reminded_on: date | None
    answered_on: date | None
    visited_on: date | None
    visit_at: datetime | None
    """When the visit is planned, local time."""
    last_offered: date | None
    """By whichever rule."""
    last_visited: date | None
    reason: str | None
    note: str | None
    letter_digits: str | None

    @property
    def person_id(self) -> UUID:
        """The person's id."""
        return UUID(self.person_key)

    @property
    def offer_id(self) -> UUID | None:
        """The offer's id; None while nothing was offered or decided."""
        return UUID(self.offer_digits) if self.offer_digits else None

    @property
    def letter_id(self) -> UUID | None:
        """The letter that offers the visit."""
        return UUID(self.letter_digits) if self.letter_digits else None

    @property
    def id(self) -> UUID:
        """The key of the offer, also before there is one."""
        return self.offer_id or offer_key(self.person_id, self.rule_code, self.period_from)

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return full_name(self.given_name, self.family_name)

    @property
    def sorted_name(self) -> str:
        """The name as it stands in lists: family name first."""
        return ", ".join(filter(None, (self.family_name, self.given_name)))

    @property
    def age(self) -> int:
        """The age that is reached in the year in which it is due."""
        return self.due_on.year - self.birth_date.year if self.birth_date else 0


def offer_key(person_id: UUID, rule_code: str, period_from: date) -> UUID:
    """Answer the key of an offer: the same visit is never offered twice, whoever asks."""
    return uuid5(_NAMESPACE, f"{person_id.hex} {rule_code} {period_from.isoformat()}")


def cohort(
    connection: Connection,
    period: Period,
    today: date,
    *,
    rule_code: str = "",
    state: OfferState | None = None,
) -> tuple[DueRow, ...]:
    """Answer who is due in a period and what became of it, by day and name.

    Offers are told whatever rule made them; what is still due only by rules that are on.
    """
    rules = [r for r in office_rules(connection) if r.is_on and rule_code in {"", r.code}]
    more = _more(connection, period)
    by_day: defaultdict[date, list[DueRow]] = defaultdict(list)
    for row in (
        *_offers(connection, period, more),
        *_due(connection, rules, period, today, more),
    ):
        if (state is None or row.state is state) and (not rule_code or row.rule_code == rule_code):
            by_day[row.due_on].append(row)
    for rows in by_day.values():
        rows.sort(key=_BY_NAME)
    return tuple(chain.from_iterable(by_day[day] for day in sorted(by_day)))


_BY_NAME = itemgetter(
    *(DueRow._fields.index(name) for name in ("family_name", "given_name", "rule_code"))
)
_AREAS = select(type_coerce(Area.id, KeyDigits()), Area.name)
_STATES = {state.value: state for state in OfferState}
_make = DueRow._make


class _More(NamedTuple):
    """What is looked up for a row by its keys: a join would do so within the database, slower."""

    areas: dict[str | None, str]
    last: dict[str, tuple[date | None, date | None]]
    """When each card was last offered a visit, and visited."""
    exempt: frozenset[str]


def _more(connection: Connection, period: Period) -> _More:
    exempt = select(type_coerce(PreventiveExemption.person_id, KeyDigits())).where(
        PreventiveExemption.since <= period.last,
        or_(PreventiveExemption.until.is_(None), PreventiveExemption.until >= period.first),
    )
    return _More(
        {key: name for key, name in connection.execute(_AREAS)},  # noqa: C416 - rows are no tuples to the checker
        {key: (offered, visited) for key, offered, visited in _lines(connection, LAST_OF_ALL)},
        frozenset(connection.scalars(exempt)),
    )


def _lines(connection: Connection, asked: Executable) -> Iterator[Any]:
    """Answer rows by the thousand: one by one takes longer, and all at once twice the memory."""
    return chain.from_iterable(connection.execute(asked).partitions(_AT_ONCE))


def _offers(connection: Connection, period: Period, more: _More) -> Iterator[DueRow]:
    """Answer what was offered, or decided."""
    for line in _lines(connection, offers_between(period.first, period.last)):
        area, code, period_from, due_on, state = line[_AREA : _AREA + 5]
        rest = line[_AREA + 5 :]
        yield _make(
            (
                *line[:_AREA],
                more.areas.get(area, ""),
                code,
                period_from,
                due_on,
                _STATES[state],
                True,
                None,
                *rest[:7],
                *more.last.get(line[0], _NEVER),
                *rest[7:],
            )
        )


def _due(
    connection: Connection,
    rules: Iterable[PreventiveRule],
    period: Period,
    today: date,
    more: _More,
) -> Iterator[DueRow]:
    """Answer what is due and was not offered: one question of all rules, each asks its part."""
    parts = [
        (rule, part, part.first.replace(month=1, day=1))
        for rule in rules
        for part in slices(rule, period)
    ]
    if not parts:
        return
    asked = _asked(parts, period.first, today)
    areas, last_of, exempt = more.areas, more.last, more.exempt
    days: dict[tuple[object, ...], date] = {}  # people share birthdays
    for line in _lines(connection, asked):
        key, given, family, protected, birth, precision, phone, area = line[: _AREA + 1]
        alone, since, until, last, number = line[_AREA + 1 :]
        rule, part, first_of_year = parts[number]
        if since is not None and not is_at_risk(rule, since, until, birth):
            continue
        born = (number, birth, since, last)
        day = days.get(born)
        if day is None:
            day = days[born] = due_day(rule, part.year, birth, since=since, last=last)
        yield _make(
            (
                key,
                given,
                family,
                protected,
                birth,
                precision,
                phone,
                areas.get(area, ""),
                rule.code,
                since or first_of_year,
                day,
                OfferState.EXEMPT if key in exempt else OfferState.DUE,
                alone,
                since,
                *_NOT_OFFERED,
                *last_of.get(key, _NEVER),
                *_NOTHING_SAID,
            )
        )


def _asked(
    parts: Iterable[tuple[PreventiveRule, Slice, date]], cared_on: date, today: date
) -> CompoundSelect[Any]:
    """Answer the question of all parts; each line ends with the number of its part."""
    return union_all(
        *(
            due_by(rule, part, today)
            .add_columns(literal(number, Integer()))
            .where(is_cared_for(cared_on))
            for number, (rule, part, _first) in enumerate(parts)
        )
    )


_AT_ONCE = 1000
_AREA = DueRow._fields.index("area")
_NEVER = (None, None)
_NOT_OFFERED = (None, 0, None, None, None, None, None)
_NOTHING_SAID = (None, None, None)
