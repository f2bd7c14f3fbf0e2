"""Who may know of whom: colleagues, named access, and the clauses that every list uses.

`nahbar_me()` is the name of the person at work and `nahbar_now()` the instant by the office's
clock: functions of each connection on SQLite, login and time of the server on PostgreSQL.
"""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import (
    CTE,
    BindParameter,
    Boolean,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    Text,
    UniqueConstraint,
    and_,
    event,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from db.base import Base, Instant, Record, statement
from db.by_policy import by_policy
from db.people import Person

PersonKey: TypeAlias = "ColumnElement[UUID] | InstrumentedAttribute[UUID]"
"""A column or value that holds the key of a person."""

_FUNCTIONS = (
    (
        "CREATE OR REPLACE FUNCTION nahbar_me() RETURNS text LANGUAGE sql STABLE"
        " AS 'SELECT session_user::text'"
    ),
    (
        "CREATE OR REPLACE FUNCTION nahbar_now() RETURNS timestamptz LANGUAGE sql STABLE"
        " AS 'SELECT now()'"
    ),
)


class Member(Record):
    """A colleague with a role; an office without any trusts whoever opened it."""

    __tablename__ = "member"
    __table_args__ = (UniqueConstraint("name"), UniqueConstraint("login"))

    name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    """See `app.access.rules.Role`."""
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    since: Mapped[datetime] = mapped_column(Instant())
    login: Mapped[str | None] = mapped_column(Text)
    """Under which the colleague comes to the server of a shared office; None elsewhere."""


class PersonAccess(Record):
    """One colleague's access to one restricted person, for a time and with a reason."""

    __tablename__ = "person_access"
    __table_args__ = (Index(None, "who", "person_id"), Index(None, "person_id"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    who: Mapped[str] = mapped_column(Text)
    valid_from: Mapped[datetime] = mapped_column(Instant())
    valid_until: Mapped[datetime | None] = mapped_column(Instant())
    reason: Mapped[str] = mapped_column(Text)
    granted_by: Mapped[str] = mapped_column(Text)


for _function in _FUNCTIONS:
    event.listen(Base.metadata, "before_create", statement(_function, "postgresql"))

ME: ColumnElement[str] = select(func.nahbar_me(type_=Text())).scalar_subquery()
"""The name of the person at work, asked once in a statement."""

NOW: ColumnElement[datetime] = select(func.nahbar_now(type_=Instant())).scalar_subquery()
"""The instant by the office's clock, asked once in a statement."""

# Columns of the tables, not of the classes: each select within a statement that goes through
# the mapper costs a third of a millisecond to compile, and these are in every statement.
_PERSON = Person.__table__.c
_MEMBER = Member.__table__.c
_ACCESS = PersonAccess.__table__.c

_MY_PEOPLE = select(_ACCESS.person_id).where(
    _ACCESS.who == ME,
    _ACCESS.valid_from <= NOW,
    or_(
        _ACCESS.valid_until.is_(None),
        _ACCESS.valid_until > NOW,
    ),
)
_UNKNOWN_TO_ME = select(_PERSON.id).where(
    _PERSON.is_restricted == true(), _PERSON.id.not_in(_MY_PEOPLE)
)
# "is not null" reads the whole table on SQLite; behind a key that nobody has lie the same rows.
_SPOKEN_FOR = select(_PERSON.id).where(_PERSON.linked_to > literal(UUID(int=0)))

READERS_OF_RESTRICTED = ("administrator", "caseworker", "coordinator", "psp_member")
"""Roles whose members read notes that are not for the whole team."""


def is_known_to_me(person_id: PersonKey) -> ColumnElement[bool]:
    """Answer the clause that leaves out restricted people; for rows that lead to a person."""
    return by_policy(person_id.not_in(_UNKNOWN_TO_ME))


def is_hidden_from_me(person_id: PersonKey) -> ColumnElement[bool]:
    """Answer the clause of what is taken off a count that is read from an index alone."""
    return by_policy(person_id.in_(_UNKNOWN_TO_ME), false())


def has_speaker(person_id: PersonKey) -> ColumnElement[bool]:
    """Answer the clause of cards that another card speaks for."""
    return person_id.in_(_SPOKEN_FOR)


def is_unlisted(person_id: PersonKey) -> ColumnElement[bool]:
    """Answer the opposite of `is_listed`, for what is taken off a count."""
    unlisted = person_id.in_(union_all(_UNKNOWN_TO_ME, _SPOKEN_FOR))
    return by_policy(unlisted, has_speaker(person_id))


def is_listed(person_id: PersonKey) -> ColumnElement[bool]:
    """Answer the clause of lists of people: known to me, and not linked to another card."""
    listed = person_id.not_in(union_all(_UNKNOWN_TO_ME, _SPOKEN_FOR))
    return by_policy(listed, person_id.not_in(_SPOKEN_FOR))


def speaks_to_me(person_id: PersonKey) -> ColumnElement[bool]:
    """Answer the clause of names that lead to a card: it and the one speaking for it are known."""
    spoken_for = select(_PERSON.id).where(_PERSON.linked_to.in_(_UNKNOWN_TO_ME))
    return by_policy(person_id.not_in(union_all(_UNKNOWN_TO_ME, spoken_for)))


def same_person(person_id: PersonKey) -> ColumnElement[bool]:
    """Answer the clause over `Person` for all cards of one human being."""
    spokesman = Person.__table__.alias("spokesman")
    one = (
        select(func.coalesce(spokesman.c.linked_to, spokesman.c.id))
        .where(spokesman.c.id == person_id)
        # Left to itself, SQLAlchemy takes the row around it for the one that is looked up here,
        # and asks about everybody in the table that `person_id` belongs to.
        .correlate_except(spokesman)
        .scalar_subquery()
    )
    return or_(_PERSON.id == one, _PERSON.linked_to == one)


def cards_of(person_id: PersonKey) -> Select[UUID]:
    """Answer the ids of all cards of one human being, to be used with `in_`."""
    return select(_PERSON.id).where(same_person(person_id))


def cards_of_one(person_id: BindParameter[UUID]) -> CTE:
    """Answer all cards of one human being whose key is given: `id` and names, found once.

    Each mention of people costs a server their policy, and that of a volunteer is the dearest.
    """
    spokesman = Person.__table__.alias("spokesman")
    main = func.coalesce(spokesman.c.linked_to, spokesman.c.id).label("id")
    one = select(main).where(spokesman.c.id == person_id).cte("one")
    key = select(one.c.id).scalar_subquery()
    cards = select(_PERSON.id, _PERSON.given_name, _PERSON.family_name)
    found = cards.where(or_(_PERSON.id == key, _PERSON.linked_to == key))
    return found.add_cte(one, nest_here=True).cte("cards")


def may_read_restricted() -> ColumnElement[bool]:
    """Answer whether the person at work reads notes that are not for the whole team."""
    mine = exists().where(
        _MEMBER.name == ME, _MEMBER.is_active == true(), _MEMBER.role.in_(READERS_OF_RESTRICTED)
    )
    return or_(~exists(select(_MEMBER.id)), mine)


def is_readable_note() -> ColumnElement[bool]:
    """Answer the clause over `Note` for what the person at work may read."""
    from db.journal import Note, NotePerson  # noqa: PLC0415 - not for those who read no notes
    from db.met import is_from_my_time  # noqa: PLC0415 - as above

    note, also = Note.__table__.c, NotePerson.__table__.c
    readable = and_(
        or_(
            note.access == "team",
            note.author == ME,
            and_(note.access == "restricted", may_read_restricted()),
        ),
        is_from_my_time(ME, _MEMBER, cards_of(note.person_id)),
        # A note of several people is hidden with the most hidden of them: it may name them.
        speaks_to_me(note.person_id),
        note.id.not_in(select(also.note_id).where(also.person_id.in_(_UNKNOWN_TO_ME))),
    )
    return by_policy(readable)
