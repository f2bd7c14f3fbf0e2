"""Who of those found by name belongs to a list: a role that lasts, or a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_, select, union_all
from sqlalchemy.orm import aliased

from app.clients.queries.windows import clauses_of
from app.clients.rules import ClientFilter, search_mark
from db.access import has_speaker
from db.people import Person, PersonNameKey, PersonRole

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement, Select

_FREQUENT = frozenset({ClientFilter.CLIENTS, ClientFilter.CONTACTS})
"""Roles of many: each one found is looked up, instead of reading all who have the role."""


def of_kind(kind: ClientFilter) -> tuple[ColumnElement[bool], ...]:
    """Answer the clauses over `PersonNameKey` for a list.

    A card that another one speaks for belongs to a list when that one does.
    """
    if kind is ClientFilter.ALL:
        return ()
    person_id = PersonNameKey.person_id
    if kind.role is not None and kind not in _FREQUENT:
        own = select(PersonRole.person_id).where(
            *clauses_of(kind), ~has_speaker(PersonRole.person_id.expression)
        )
        return (person_id.in_(union_all(own, _spoken_for(kind))),)
    if kind.role is None:
        is_own = PersonNameKey.words.contains(f" {search_mark(kind)}")
    else:
        is_own = exists().where(PersonRole.person_id == person_id, *clauses_of(kind))
    alone = ~has_speaker(person_id.expression)
    return (or_(and_(is_own, alone), person_id.in_(_spoken_for(kind))),)


def _spoken_for(kind: ClientFilter) -> Select[UUID]:
    """Answer the few cards whose speaker belongs to a list; each speaker is looked up."""
    spoken = aliased(Person)
    key = Person.id if kind.role is None else PersonRole.person_id
    speaker = exists().where(key == spoken.linked_to, *clauses_of(kind))
    return select(spoken.id).where(has_speaker(spoken.id), speaker)
