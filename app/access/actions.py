"""What can be done about rights: lists of colleagues, restricted people; and asking for a right."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Uuid, bindparam, select

from app.access.queries import my_rights
from app.access.rules import (
    NO_RIGHT,
    RIGHT_LABELS,
    Named,
    Right,
    check_member,
    check_restriction,
)
from app.access.rules.breaking_glass import check_reason
from app.access.rules.members import Known
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from db.access import Member, PersonAccess, is_known_to_me, same_person
from db.glass import open_for_me
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.access.rules import MemberDetails, Restriction
    from app.office import Act

GONE = N_("This colleague is no longer on the list.")
UNKNOWN_PERSON = N_("This person is no longer in the office.")
KNOWN_ALREADY = N_("You may open this card already.")
NOT_RESTRICTED = N_("Everyone in the office may know of this person already.")

_KNOWN_PERSON = select(Person).where(Person.id == bindparam("person_id"), is_known_to_me(Person.id))
_ALL_CARDS = select(Person).where(same_person(bindparam("person_id", type_=Uuid())))
_CURRENT = select(PersonAccess).where(
    PersonAccess.person_id == bindparam("person_id"),
    PersonAccess.valid_until.is_(None) | (PersonAccess.valid_until > bindparam("now")),
)


def need_right(act: Act, right: Right, field: str = "") -> None:
    """Go on only with a right; raise `Refused` beside `field` without it."""
    if right not in my_rights(act.session.connection()):
        raise Refused(Problem(NO_RIGHT, field, {"right": Problem(RIGHT_LABELS[right])}))


def add_member(act: Act, member_id: UUID, details: MemberDetails) -> UUID:
    """Put a colleague on the list; the same id a second time changes nothing.

    The first must be the person at work, as an administrator: until then everyone is trusted.
    Raises `Refused` with a problem for each wrong field.
    """
    need_right(act, Right.MANAGE_MEMBERS)
    if act.session.get(Member, member_id) is None:
        _check(act, member_id, details, is_new=True)
        member = Member(id=member_id, since=act.now)
        _write(act, member, details)
    return member_id


def save_member(act: Act, member_id: UUID, version: int, details: MemberDetails) -> UUID:
    """Change a colleague's name, role, or whether they still work here.

    Raises `Refused`, among others for the last administrator, or `Conflict`.
    """
    need_right(act, Right.MANAGE_MEMBERS)
    member = act.session.get(Member, member_id)
    if member is None:
        raise Refused(Problem(GONE))
    if member.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    _check(act, member_id, details, is_new=False)
    _write(act, member, details)
    return member_id


def _check(act: Act, member_id: UUID, details: MemberDetails, *, is_new: bool) -> None:
    members = act.session.scalars(select(Member).where(Member.id != member_id))
    others = [Known(member.name, member.role, member.is_active) for member in members]
    if problems := check_member(details, others, act.who, is_new=is_new):
        raise Refused(*problems)


def _write(act: Act, member: Member, details: MemberDetails) -> None:
    member.name, member.role = details.name.strip(), details.role
    member.is_active = details.is_active
    act.session.add(member)
    act.touch("access", member.id)


def restrict_person(act: Act, person_id: UUID, restriction: Restriction) -> UUID:
    """Hide a person from everyone who is not named; a second time names others instead.

    Cards that are linked are one person: all of them are restricted alike.
    Raises `Refused` with a problem for each wrong field.
    """
    need_right(act, Right.RESTRICT)
    _known(act, person_id)
    colleagues = frozenset(
        act.session.scalars(select(Member.name).where(Member.is_active.is_(True)))
    )
    today = act.local_now.date()
    if problems := check_restriction(restriction, colleagues, today):
        raise Refused(*problems)
    cards = act.session.scalars(_ALL_CARDS, {"person_id": person_id}).all()
    # In this order: on a shared server nobody writes about a person who is hidden from them.
    for card in cards:
        _name_all(act, card.id, restriction)
    act.session.flush()
    for card in cards:
        card.is_restricted = True
        _touch(act, card)
    act.session.flush()
    for card in cards:
        _end_others(act, card.id, restriction.named)
    return person_id


def lift_restriction(act: Act, person_id: UUID) -> UUID:
    """Let the whole office know of a person again; who had access stays on record."""
    need_right(act, Right.RESTRICT)
    person = _known(act, person_id)
    if not person.is_restricted:
        raise Refused(Problem(NOT_RESTRICTED))
    cards = act.session.scalars(_ALL_CARDS, {"person_id": person_id}).all()
    for card in cards:
        card.is_restricted = False
        _touch(act, card)
    act.session.flush()
    for card in cards:
        _end_others(act, card.id, ())
    return person_id


def break_glass(act: Act, person_id: UUID, reason: str) -> UUID:
    """Open a restricted person to the one at work for an hour; answer the key of the access.

    The reason stands among those who have access, where everyone named reads it. Raises
    `Refused` without the right to restrict, for a short reason, or where nothing is hidden.
    """
    need_right(act, Right.RESTRICT)
    if problems := check_reason(reason):
        raise Refused(*problems)
    if act.session.scalar(_KNOWN_PERSON, {"person_id": person_id}) is not None:
        raise Refused(Problem(KNOWN_ALREADY))
    access_id = open_for_me(act.session, person_id, reason.strip(), act.who, act.now)
    if access_id is None:
        raise Refused(Problem(UNKNOWN_PERSON))
    act.touch("access", person_id)
    act.touch("clients", person_id)
    return access_id


def let_know(act: Act, person_id: UUID, who: str, until: date | None, reason: str) -> None:
    """Let one more colleague know of a restricted person, with all cards, up to a last day.

    Raises `Refused` without the right to restrict, or for a person who is not known or not
    hidden.
    """
    need_right(act, Right.RESTRICT)
    person = _known(act, person_id)
    if not person.is_restricted:
        raise Refused(Problem(NOT_RESTRICTED))
    for card in act.session.scalars(_ALL_CARDS, {"person_id": person_id}).all():
        _name(act, card.id, Named(who, until), reason)
        _touch(act, card)


def _touch(act: Act, person: Person) -> None:
    act.touch("access", person.id)
    act.touch("clients", person.id)


def _known(act: Act, person_id: UUID) -> Person:
    """Answer a person's row; a restricted one is as good as not there for those not named."""
    person = act.session.scalar(_KNOWN_PERSON, {"person_id": person_id})
    if person is None:
        raise Refused(Problem(UNKNOWN_PERSON))
    return person


def _name_all(act: Act, person_id: UUID, restriction: Restriction) -> None:
    """Give access to everyone who is named and does not have just that already."""
    have = {(row.who, row.valid_until) for row in _current(act, person_id)}
    for one in restriction.named:
        if (one.who, _end_of(act, one.until)) not in have:
            _name(act, person_id, one, restriction.reason.strip())


def _end_others(act: Act, person_id: UUID, named: Sequence[Named]) -> None:
    """End every access that is not named (any more), the own one last: it opens the others."""
    wanted = {(one.who, _end_of(act, one.until)) for one in named}
    ended = [row for row in _current(act, person_id) if (row.who, row.valid_until) not in wanted]
    for row in sorted(ended, key=lambda row: row.who == act.who):
        row.valid_until = act.now
        act.session.flush()


def _current(act: Act, person_id: UUID) -> Sequence[PersonAccess]:
    return act.session.scalars(_CURRENT, {"person_id": person_id, "now": act.now}).all()


def _name(act: Act, person_id: UUID, one: Named, reason: str) -> None:
    act.session.add(
        PersonAccess(
            person_id=person_id,
            who=one.who,
            valid_from=act.now,
            valid_until=_end_of(act, one.until),
            reason=reason,
            granted_by=act.who,
        )
    )


def _end_of(act: Act, until: date | None) -> datetime | None:
    """Answer the instant at which a last day is over, by the local clock."""
    if until is None:
        return None
    return datetime.combine(until + timedelta(days=1), time.min, act.now.astimezone().tzinfo)
