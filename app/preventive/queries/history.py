"""One person and preventive visits: what was offered, what comes next, risks and exemptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Date, Uuid, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from app.clients.rules import full_name
from app.preventive.queries.due import due_now, held_on, state_now
from app.preventive.queries.rule_book import office_rules
from app.preventive.rules import (
    Coming,
    OfferState,
    PeriodKind,
    PersonFacts,
    coming,
    next_due,
    period_of,
)
from db.access import cards_of, is_known_to_me
from db.households import HouseholdMember
from db.people import Person
from db.preventive import PreventiveExemption, PreventiveOffer, Risk
from db.visiting import Visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection, Select

    from app.preventive.rules import PreventiveRule


class OfferRow(NamedTuple):
    """One visit that was offered, or about which was decided."""

    id: UUID
    person_id: UUID
    rule_code: str
    period_from: date
    due_on: date
    state: OfferState
    offered_on: date | None
    reminded_on: date | None
    answered_on: date | None
    visited_on: date | None
    next_due: date | None
    """When the rule, or the person, wants the next one."""
    way: str
    reason: str
    note: str
    visit_id: UUID | None
    letter_id: UUID | None
    version: int


class OpenVisit(NamedTuple):
    """One visit that is due, offered or accepted: something is still to be done about it."""

    rule_code: str
    rule: PreventiveRule | None
    due_on: date
    period_from: date
    state: OfferState
    offer: OfferRow | None
    """None while nothing was offered or decided."""


class SpanRow(NamedTuple):
    """One risk or exemption."""

    id: UUID
    code: str
    since: date
    until: date | None
    note: str
    version: int


class PreventiveFile(NamedTuple):
    """What is known of one person."""

    person_id: UUID
    name: str
    birth_date: date | None
    lives_alone: bool | None
    """As the card or the household says; None where nobody said."""
    is_cared_for: bool
    """Whether anything can be due: the person lives here."""
    coming: tuple[Coming, ...]
    """What is due this year and next, and was not offered yet."""
    offers: tuple[OfferRow, ...]
    """The newest first."""
    risks: tuple[SpanRow, ...]
    exemptions: tuple[SpanRow, ...]
    rules: tuple[PreventiveRule, ...]

    def open_visits(self, until: date) -> tuple[OpenVisit, ...]:
        """Answer what is to be done until a day: offers without an end, and what comes."""
        going = [
            OpenVisit(o.rule_code, self.rule(o.rule_code), o.due_on, o.period_from, o.state, o)
            for o in self.offers
            if o.state in _GOING
        ]
        state = OfferState.EXEMPT if self.is_exempt(until) else OfferState.DUE
        going += [
            OpenVisit(one.rule.code, one.rule, one.due_on, one.period_from, state, None)
            for one in self.coming
            if one.due_on <= until
        ]
        return tuple(sorted(going, key=_day_open))

    def is_exempt(self, until: date) -> bool:
        """Answer whether an exemption lasts until a day."""
        return any(one.until is None or one.until >= until for one in self.exemptions)

    def rule(self, code: str) -> PreventiveRule | None:
        """Answer a rule of the office by its code."""
        return next((rule for rule in self.rules if rule.code == code), None)


_GOING = frozenset({OfferState.DUE, OfferState.OFFERED, OfferState.ACCEPTED, OfferState.MOVED})


def _day_open(visit: OpenVisit) -> date:
    return visit.due_on


_ID = bindparam("person_id", type_=Uuid())


def _has(table: type[PreventiveOffer | Risk | PreventiveExemption]) -> ColumnElement[bool]:
    """Answer whether anything of a kind was ever written about somebody: for most nothing was."""
    return exists().where(table.person_id.in_(cards_of(_ID)))


_PERSON = select(
    Person.id,
    Person.given_name,
    Person.family_name,
    Person.birth_date,
    Person.lives_alone,
    Person.status,
    _has(PreventiveOffer).label("offers"),
    _has(Risk).label("risks"),
    _has(PreventiveExemption).label("exemptions"),
).where(Person.id == _ID, is_known_to_me(Person.id))
_MINE, _OTHERS, _LIVING = aliased(HouseholdMember), aliased(HouseholdMember), aliased(Person)
_TODAY = bindparam("today", type_=Date())


def _is_now(member: Any) -> ColumnElement[bool]:  # noqa: ANN401 - an alias
    return and_(
        or_(member.since.is_(None), member.since <= _TODAY),
        or_(member.until.is_(None), member.until >= _TODAY),
    )


_HOUSEHOLD = (
    select(_LIVING.id.label("other"))
    .select_from(_MINE)
    .outerjoin(
        _OTHERS,
        and_(
            _OTHERS.household_id == _MINE.household_id,
            _OTHERS.person_id != _MINE.person_id,
            _is_now(_OTHERS),
        ),
    )
    .outerjoin(_LIVING, and_(_LIVING.id == _OTHERS.person_id, _LIVING.status != "deceased"))
    .where(_MINE.person_id == _ID, _is_now(_MINE))
)
_OFFERS = (
    select(
        PreventiveOffer.id,
        PreventiveOffer.person_id,
        PreventiveOffer.rule_code,
        PreventiveOffer.period_from,
        due_now.label("due_on"),
        state_now.label("state"),
        PreventiveOffer.offered_on,
        PreventiveOffer.reminded_on,
        PreventiveOffer.answered_on,
        func.coalesce(PreventiveOffer.visited_on, held_on).label("visited_on"),
        PreventiveOffer.next_due,
        PreventiveOffer.way,
        PreventiveOffer.reason,
        PreventiveOffer.note,
        PreventiveOffer.visit_id,
        PreventiveOffer.letter_id,
        PreventiveOffer.version,
    )
    .outerjoin(Visit, Visit.id == PreventiveOffer.visit_id)
    .where(PreventiveOffer.person_id.in_(cards_of(_ID)), is_known_to_me(PreventiveOffer.person_id))
    .order_by(due_now.desc(), PreventiveOffer.rule_code)
)


def _spans(table: type[Risk | PreventiveExemption]) -> Select[*tuple[Any, ...]]:
    return (
        select(table.id, table.code, table.since, table.until, table.note, table.version)
        .where(table.person_id.in_(cards_of(_ID)), is_known_to_me(table.person_id))
        .order_by(table.since.desc(), table.id)
    )


_RISKS, _EXEMPTIONS = _spans(Risk), _spans(PreventiveExemption)


def preventive_file(connection: Connection, person_id: UUID, today: date) -> PreventiveFile | None:
    """Answer what is known of a person; None when nobody of this key may be known."""
    values = {"person_id": person_id}
    person = connection.execute(_PERSON, values).first()
    if person is None:
        return None
    rules = office_rules(connection)
    named = {rule.code: rule for rule in rules}
    offered = connection.execute(_OFFERS, values) if person.offers else ()
    offers = tuple(_as_offer(row, named) for row in offered)
    risks = _span_rows(connection, _RISKS, values) if person.risks else ()
    alone = person.lives_alone
    if alone is None:
        alone = _alone_by_household(connection, person_id, today)
    facts = PersonFacts(
        person.birth_date,
        alone,
        tuple((o.rule_code, o.period_from, o.visited_on or o.due_on) for o in offers),
        tuple((risk.code, risk.since, risk.until) for risk in risks),
    )
    is_cared_for = person.status not in {"deceased", "moved"}
    return PreventiveFile(
        person_id,
        full_name(person.given_name, person.family_name),
        person.birth_date,
        alone,
        is_cared_for,
        _coming(rules, facts, today) if is_cared_for else (),
        offers,
        risks,
        _span_rows(connection, _EXEMPTIONS, values) if person.exemptions else (),
        rules,
    )


def _span_rows(
    connection: Connection, spans: Select[*tuple[Any, ...]], values: Mapping[str, UUID]
) -> tuple[SpanRow, ...]:
    return tuple(SpanRow(*row) for row in connection.execute(spans, values))


def _coming(rules: Iterable[PreventiveRule], facts: PersonFacts, today: date) -> tuple[Coming, ...]:
    kinds = (PeriodKind.YEAR, PeriodKind.NEXT_YEAR)
    found = {
        (one.rule.code, one.period_from): one
        for rule in rules
        if rule.is_on
        for kind in kinds
        for one in coming(rule, period_of(kind, today), facts)
    }
    return tuple(sorted(found.values(), key=_day_due))


def _day_due(one: Coming) -> date:
    return one.due_on


def _alone_by_household(connection: Connection, person_id: UUID, today: date) -> bool | None:
    """Answer whether a person lives in a household of one; None where none is known."""
    others = connection.execute(_HOUSEHOLD, {"person_id": person_id, "today": today}).all()
    return not any(row.other is not None for row in others) if others else None


def _as_offer(row: Any, rules: Mapping[str, PreventiveRule]) -> OfferRow:  # noqa: ANN401 - a row of `_OFFERS`
    rule = rules.get(row.rule_code)
    following = next_due(rule, row.due_on, row.visited_on) if rule is not None else None
    state = OfferState(row.state)
    again = row.next_due if state is OfferState.MOVED else following
    return OfferRow(**{**row._mapping, "state": state, "next_due": again})  # noqa: SLF001 - its public name
