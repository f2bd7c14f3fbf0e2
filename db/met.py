"""Since when a volunteer visits somebody: notes from before the match are not for her to read.

On a server the policy of notes says it; elsewhere this clause does, in every question about notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, and_, exists, func, or_, select, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Select
    from sqlalchemy.sql.compiler import SQLCompiler

VOLUNTEER = "volunteer"
"""The role of `app.access.rules.Role` whose members read only what is from their time."""


class _Met(FunctionElement[bool]):
    """A clause that is asked where no policy asks it."""

    type = Boolean()
    name = "met"
    inherit_cache = True
    _is_implicitly_boolean = True


@compiles(_Met)
def _asked(element: _Met, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - passed on
    (clause,) = element.clauses
    return f"({compiler.process(clause, **more)})"


@compiles(_Met, "postgresql")
def _by_policy(element: _Met, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - as above
    del element, compiler, more
    return "true"


def is_from_my_time(
    me: ColumnElement[str],
    member: Any,  # noqa: ANN401 - the columns of a table have no type
    cards: Select[UUID],
) -> ColumnElement[bool]:
    """Answer the clause over `Note` that a volunteer wrote it, or met the person by then.

    `me` is the name of the person at work, `member` the columns of colleagues, `cards` all cards
    of the person whom the note is about.

    Whoever is no volunteer reads all. The time begins with the first visit together, without one
    with the proposal of the match, and with the first own visit where there is no match.
    """
    from db.journal import Note  # noqa: PLC0415 - not for those who read no notes
    from db.matches import Match  # noqa: PLC0415 - as above
    from db.people import Person  # noqa: PLC0415 - as above
    from db.visiting import Visit  # noqa: PLC0415 - as above

    note, match = Note.__table__.c, Match.__table__.c
    visit, person = Visit.__table__.c, Person.__table__.c
    is_me = and_(member.name == me, member.is_active == true(), member.role == VOLUNTEER)
    day = func.date(note.happened_at)
    began = func.coalesce(match.introduced_on, match.running_from, match.proposed_on)
    matched = exists().where(
        match.person_id.in_(cards),
        match.visitor_id.in_(select(member.person_id).where(is_me)),
        func.date(began) <= day,
    )
    visited = exists().where(
        visit.client_id.in_(cards),
        visit.visitor == me,
        visit.status != "cancelled",
        func.date(visit.planned_start) <= day,
    )
    in_charge = exists().where(person.id.in_(cards), person.responsible == me)
    is_no_volunteer = ~exists(select(member.id).where(is_me))
    return _Met(or_(is_no_volunteer, note.author == me, matched, visited, in_charge))
