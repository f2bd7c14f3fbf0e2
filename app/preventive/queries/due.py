"""The question who is due by one rule within one year: the pieces of the cohort's one question.

Each piece has the same columns: what a list tells of the person, whether it is certain that the
person lives alone, when a risk began and ended, and when a yearly visit last was.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import (
    CompoundSelect,
    Date,
    Select,
    Uuid,
    and_,
    case,
    cast,
    extract,
    func,
    literal,
    null,
    or_,
    select,
    true,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import aliased

from app.preventive.queries.alone import is_alone_for_sure, living_together
from app.preventive.rules import Repeats
from db.access import is_listed
from db.base import KeyDigits
from db.people import Person, PersonRole
from db.preventive import PreventiveOffer, Risk
from db.scanned import scanned
from db.visiting import Visit

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Subquery

    from app.preventive.rules import PreventiveRule, Slice

    AnySelect = Select[*tuple[Any, ...]]

_OTHER_CARD = aliased(Person)
_LINKED = (
    # As in `db.access`: "is not null" would read the whole table.
    select(_OTHER_CARD.id, _OTHER_CARD.linked_to)
    .where(_OTHER_CARD.linked_to > literal(UUID(int=0), Uuid()))
    .subquery("linked")
)
"""The few cards that another card speaks for."""
KEY = PreventiveOffer.id.type
spokesman = cast(func.coalesce(_LINKED.c.linked_to, PreventiveOffer.person_id), KEY)
"""The card that speaks for the human being of an offer, joined to `_LINKED`.

An expression has no affinity on SQLite, and a join to it uses no index unless it is cast.
"""
held_on = case((Visit.status == "held", type_coerce(func.date(Visit.planned_start), Date())))
"""The day on which the visit of an offer was held; None where it was not."""
state_now = case((Visit.status == "held", literal("visited")), else_=PreventiveOffer.state)
"""The state of an offer: a visit that was held makes it visited."""
due_now = func.coalesce(PreventiveOffer.next_due, PreventiveOffer.due_on)
"""The day on which it is due, or due again."""
_LAST = func.coalesce(PreventiveOffer.visited_on, held_on, due_now)


OF_PERSON: tuple[ColumnElement[Any], ...] = (
    type_coerce(Person.id, KeyDigits()).label("person_id"),
    Person.given_name.label("given_name"),
    Person.family_name.label("family_name"),
    Person.address_protected.label("address_protected"),
    Person.birth_date.label("birth_date"),
    Person.birth_precision.label("birth_precision"),
    case((Person.mobile != "", Person.mobile), else_=Person.phone).label("phone"),
    type_coerce(Person.area_id, KeyDigits()).label("area_id"),
)
"""What a list tells of a person: read with the question, so that nobody is looked up twice."""


def due_by(rule: PreventiveRule, part: Slice, today: date) -> AnySelect:
    """Answer the question who is due by a rule within a part of a period, and was not offered."""
    if rule.repeats is Repeats.NEED:
        return _at_risk(rule, part)
    if rule.repeats is Repeats.YEARLY:
        return _every_year(rule, part, today)
    born = part.born(rule.least_age or 0)
    return _asked(rule, today, cast(null(), Date())).where(
        Person.birth_date.between(born.first, born.last),
        Person.id.not_in(_offered(rule, date(part.year, 1, 1))),
        *_of_home(rule, today),
    )


def _asked(rule: PreventiveRule, today: date, last: ColumnElement[date]) -> AnySelect:
    return select(
        *OF_PERSON,
        (is_alone_for_sure(today) if rule.lives_alone else true()).label("alone"),
        cast(null(), Date()).label("since"),
        cast(null(), Date()).label("until"),
        last.label("last"),
    )


def _every_year(rule: PreventiveRule, part: Slice, today: date) -> AnySelect:
    """Answer by the offers of the two years before: each is found by its key, none is counted.

    An older offer cannot have been made so late that it says when the next is due.
    """
    before = [_offer_of(rule, date(part.year - ago, 1, 1), f"before_{ago}") for ago in (1, 2)]
    others = _of_linked_cards(rule)
    last = type_coerce(func.coalesce(*(offer.c.last for offer in before), others.c.last), Date())
    asked = _asked(rule, today, last)
    for offer in (*before, others):
        asked = asked.outerjoin(offer, offer.c.person_id == Person.id)
    return asked.where(
        *_reached(rule, part.year),
        Person.id.not_in(_offered(rule, date(part.year, 1, 1))),
        _yearly(rule, part, last),
        *_of_home(rule, today),
    )


def offers_between(first: date, last: date) -> CompoundSelect[*tuple[Any, ...]]:
    """Answer the question for what was offered already, or decided, and is due in a period.

    The few offers to cards that another one speaks for are looked for apart: to ask each offer
    for its linked card would take as long as to ask it for its person.
    """
    asked = (
        select(*OF_PERSON, *_OF_OFFER)
        .select_from(PreventiveOffer)
        .outerjoin(Visit, Visit.id == PreventiveOffer.visit_id)
        .where(due_now.between(first, last), is_listed(Person.id))
    )
    linked = asked.join(_LINKED, _LINKED.c.id == PreventiveOffer.person_id)
    return union_all(
        asked.join(Person, Person.id == PreventiveOffer.person_id),
        linked.join(Person, Person.id == _LINKED.c.linked_to),
    )


_OF_OFFER: tuple[ColumnElement[Any], ...] = (
    PreventiveOffer.rule_code.label("rule_code"),
    PreventiveOffer.period_from.label("period_from"),
    due_now.label("due_on"),
    state_now.label("state"),
    type_coerce(PreventiveOffer.id, KeyDigits()).label("offer_id"),
    PreventiveOffer.version.label("version"),
    PreventiveOffer.offered_on.label("offered_on"),
    PreventiveOffer.reminded_on.label("reminded_on"),
    PreventiveOffer.answered_on.label("answered_on"),
    func.coalesce(PreventiveOffer.visited_on, held_on).label("visited_on"),
    case((Visit.status == "planned", Visit.planned_start)).label("visit_at"),
    PreventiveOffer.reason.label("reason"),
    PreventiveOffer.note.label("note"),
    type_coerce(PreventiveOffer.letter_id, KeyDigits()).label("letter_id"),
)
LAST_OF_ALL = (
    select(
        type_coerce(PreventiveOffer.person_id, KeyDigits()),
        func.max(PreventiveOffer.offered_on),
        func.max(func.coalesce(PreventiveOffer.visited_on, held_on)),
    )
    .outerjoin(Visit, Visit.id == PreventiveOffer.visit_id)
    .group_by(PreventiveOffer.person_id)
)
"""When each card was last offered a visit, and last visited, by whichever rule."""


def _at_risk(rule: PreventiveRule, part: Slice) -> AnySelect:
    """Answer those of any age: the few are looked at one by one, see `is_at_risk`."""
    offered = (
        select(spokesman.label("person_id"), PreventiveOffer.period_from.label("since"))
        .select_from(PreventiveOffer)
        .outerjoin(_LINKED, _LINKED.c.id == PreventiveOffer.person_id)
        .where(PreventiveOffer.rule_code == rule.code)
        .subquery()
    )
    return (
        select(
            *OF_PERSON,
            true().label("alone"),
            Risk.since.label("since"),
            Risk.until.label("until"),
            cast(null(), Date()).label("last"),
        )
        .join(Risk, Risk.person_id == Person.id)
        .outerjoin(offered, and_(offered.c.person_id == Person.id, offered.c.since == Risk.since))
        .where(
            Risk.code.in_([risk.value for risk in rule.risks]),
            Risk.since.between(part.first, part.last),
            offered.c.person_id.is_(None),
        )
    )


def _offered(rule: PreventiveRule, first_day: date) -> CompoundSelect[*tuple[Any, ...]]:
    """Answer the cards of whom was offered, and those that speak for one of them."""
    asked = PreventiveOffer.rule_code == rule.code, PreventiveOffer.period_from == first_day
    of_linked = select(_LINKED.c.linked_to).join(
        PreventiveOffer, PreventiveOffer.person_id == _LINKED.c.id
    )
    return union_all(select(PreventiveOffer.person_id).where(*asked), of_linked.where(*asked))


def _offer_of(rule: PreventiveRule, first_day: date, name: str) -> Subquery:
    """Answer the offers of a year, one for each card, and when each visit was or is due."""
    return (
        select(PreventiveOffer.person_id.label("person_id"), _LAST.label("last"))
        .outerjoin(Visit, Visit.id == PreventiveOffer.visit_id)
        .where(PreventiveOffer.rule_code == rule.code, PreventiveOffer.period_from == first_day)
        .subquery(name)
    )


def _of_linked_cards(rule: PreventiveRule) -> Subquery:
    """Answer the last visits of the few cards that another one speaks for."""
    return (
        select(_LINKED.c.linked_to.label("person_id"), func.max(_LAST).label("last"))
        .join(PreventiveOffer, PreventiveOffer.person_id == _LINKED.c.id)
        .outerjoin(Visit, Visit.id == PreventiveOffer.visit_id)
        .where(PreventiveOffer.rule_code == rule.code)
        .group_by(_LINKED.c.linked_to)
        .subquery("of_linked_cards")
    )


def _reached(rule: PreventiveRule, year: int) -> list[ColumnElement[bool]]:
    """Answer the clauses of the ages of a yearly rule, as they are reached within a year."""
    born = scanned(Person.birth_date)
    found: list[ColumnElement[bool]] = [born <= date(year - (rule.least_age or 0), 12, 31)]
    if rule.most_age is not None:
        found.append(born >= date(year - rule.most_age, 1, 1))
    return found


def _yearly(rule: PreventiveRule, part: Slice, last: ColumnElement[date]) -> ColumnElement[bool]:
    """Answer the clause of the day on which a yearly visit is due: see `due_day`."""
    last_year = date(part.year - 1, 1, 1)
    before = part.moved(rule.after_days).born(1)
    number = extract("month", Person.birth_date) * 100 + extract("day", Person.birth_date)
    fresh = or_(last.is_(None), last < last_year)
    birthday = (
        Person.birth_date.is_not(None)
        if part.is_whole_year
        else number.between(part.begins_at(), part.ends_at())
    )
    again = last.between(before.first, before.last)
    return or_(and_(fresh, birthday), and_(last >= last_year, again))


def _of_home(rule: PreventiveRule, today: date) -> list[ColumnElement[bool]]:
    """Answer the clause of rules for those who live alone: it is so, or nobody said."""
    if not rule.lives_alone:
        return []
    # Of hardly anybody it is said: by the index of these answers everybody would be looked up.
    said = scanned(Person.lives_alone)
    unsaid = and_(said.is_(None), Person.id.not_in(living_together(today)))
    return [or_(said.is_(True), unsaid)]


def is_cared_for(first: date) -> ColumnElement[bool]:
    """Answer the clause of whom the office cares for and lists, on a day or later.

    Asked of each person along an index: a list of all clients is made anew by each piece.
    """
    is_client = (
        select(PersonRole.id)
        .where(
            PersonRole.person_id == Person.id,
            PersonRole.role == "client",
            or_(PersonRole.until.is_(None), PersonRole.until >= first),
        )
        .exists()
    )
    lives_here = Person.status.not_in(["deceased", "moved"])
    return and_(lives_here, is_client, is_listed(Person.id))
