"""Who is due in a period: one question over all rules, the offers and the exemptions."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import (
    Date,
    DateTime,
    Integer,
    Text,
    and_,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)

from app.clients.rules import full_name
from app.preventive.queries.due import (
    KEY,
    OF_PERSON,
    due_by,
    in_care_of_office,
    last_of_all,
    offers_between,
)
from app.preventive.queries.rule_book import office_rules
from app.preventive.rules import OfferState, due_day, is_at_risk, slices
from db.access import is_listed
from db.areas import Area
from db.base import KeyDigits
from db.preventive import PreventiveExemption

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from sqlalchemy import CTE, ColumnElement, Connection, Select, Subquery

    from app.preventive.rules import Period, PreventiveRule

    AnySelect = Select[*tuple[Any, ...]]

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
    rules = {rule.code: rule for rule in office_rules(connection)}
    wanted = [rule for rule in rules.values() if rule.is_on and rule_code in {"", rule.code}]
    asked = _question(wanted, period, today)
    found = _rows(connection.execute(asked).all(), rules)
    if state is not None:
        found = [row for row in found if row.state is state]
    if rule_code:
        found = [row for row in found if row.rule_code == rule_code]
    found.sort(key=_BY_DAY)
    return tuple(found)


_BY_DAY = itemgetter(
    *(DueRow._fields.index(name) for name in ("due_on", "family_name", "given_name", "rule_code"))
)


def _question(rules: Iterable[PreventiveRule], period: Period, today: date) -> AnySelect:
    """Answer the one question of a period; it is built anew, since each office has its rules."""
    parts = [due_by(rule, part, today) for rule in rules for part in slices(rule, period)]
    pieces = [_as_due(part) for part in parts] + [
        _as_offer(offers_between(period.first, period.last))
    ]
    # Kept as it is found: else each piece is held against the lists of people below anew.
    due, last = union_all(*pieces).cte("due").prefix_with("MATERIALIZED"), last_of_all()
    exempt = select(PreventiveExemption.person_id).where(
        PreventiveExemption.since <= period.last,
        or_(PreventiveExemption.until.is_(None), PreventiveExemption.until >= period.first),
    )
    is_exempt = due.c.person_id.in_(exempt).label("is_exempt")
    return (
        select(*_told(due, last, is_exempt))
        .outerjoin(Area, Area.id == due.c.area_id)
        .outerjoin(last, last.c.person_id == due.c.person_id)
        .where(
            is_listed(due.c.person_id),
            or_(
                due.c.version > 0,
                and_(
                    due.c.status.not_in(["deceased", "moved"]),
                    due.c.person_id.in_(in_care_of_office(period.first)),
                ),
            ),
        )
    )


def _told(
    due: CTE, last: Subquery, is_exempt: ColumnElement[bool]
) -> tuple[ColumnElement[Any], ...]:
    """Answer the columns of `DueRow` in their order, and what its day is reckoned from."""
    return (
        type_coerce(due.c.person_id, KeyDigits()),
        due.c.given_name,
        due.c.family_name,
        due.c.address_protected,
        due.c.birth_date,
        due.c.birth_precision,
        due.c.phone,
        func.coalesce(Area.name, "").label("area"),
        due.c.rule_code,
        due.c.period_from,
        due.c.due_on,
        due.c.state,
        due.c.alone,
        due.c.since,
        type_coerce(due.c.offer_id, KeyDigits()),
        due.c.version,
        due.c.offered_on,
        due.c.reminded_on,
        due.c.answered_on,
        due.c.visited_on,
        due.c.visit_at,
        last.c.offered_on.label("last_offered"),
        last.c.visited_on.label("last_visited"),
        due.c.reason,
        due.c.note,
        type_coerce(due.c.letter_id, KeyDigits()),
        due.c.until,
        due.c.last,
        is_exempt,
    )


_NOTHING = (
    ("offer_id", KEY), ("due_on", Date()), ("state", Text()), ("offered_on", Date()),
    ("reminded_on", Date()), ("answered_on", Date()), ("visited_on", Date()), ("reason", Text()),
    ("note", Text()), ("letter_id", KEY), ("visit_at", DateTime()),
)  # fmt: skip


def _as_due(asked: AnySelect) -> AnySelect:
    """Answer what is due with the columns of an offer that is not there."""
    part = asked.subquery()
    return select(
        *part.c,
        literal(0, Integer()).label("version"),
        *(cast(null(), kind).label(name) for name, kind in _NOTHING),
    )


def _as_offer(asked: AnySelect) -> AnySelect:
    """Answer offers in the same columns."""
    part = asked.subquery()
    nothing = cast(null(), Date())
    return select(
        part.c.person_id,
        part.c.rule_code,
        part.c.period_from,
        *(part.c[column.name] for column in OF_PERSON),
        nothing.label("since"),
        nothing.label("until"),
        nothing.label("last"),
        part.c.alone,
        part.c.version,
        *(part.c[name] for name, _kind in _NOTHING),
    )


_STATES = {state.value: state for state in OfferState}


def _rows(found: Iterable[Any], rules: Mapping[str, PreventiveRule]) -> list[DueRow]:
    rows, days = [], _Days()
    for line in found:
        (*before, due_on, state), after, (until, last, is_exempt) = (
            line[: _DUE_ON + 2], line[_DUE_ON + 2 : -_MORE], line[-_MORE:],
        )  # fmt: skip
        if due_on is not None:
            rows.append(_make((*before, due_on, _STATES[state], *after)))
            continue
        rule, birth, since = rules[before[_RULE]], before[_BIRTH], after[1]
        if since is not None and not is_at_risk(rule, since, until, birth):
            continue
        day = days.of(rule, before[_RULE + 1].year, birth, since, last)
        state = OfferState.EXEMPT if is_exempt else OfferState.DUE
        rows.append(_make((*before, day, state, *after)))
    return rows


_make = DueRow._make
_DUE_ON, _RULE, _BIRTH = (DueRow._fields.index(n) for n in ("due_on", "rule_code", "birth_date"))
_MORE = 3
"""Columns behind those of a row, from which the day and the state are reckoned."""


class _Days:
    """Remembers days: people share birthdays."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], date] = {}

    def of(
        self,
        rule: PreventiveRule,
        year: int,
        birth: date | None,
        since: date | None,
        last: date | None,
    ) -> date:
        """Answer the day on which somebody is due."""
        key = (rule.code, year, birth, since, last)
        day = self._known.get(key)
        if day is None:
            day = self._known[key] = due_day(rule, year, birth, since=since, last=last)
        return day
