"""Since when a volunteer visits somebody: notes from before the match are not for her to read.

On a server the policy of notes says it, and not this clause: see `db.by_policy`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Select

VOLUNTEER = "volunteer"
"""The role of `app.access.rules.Role` whose members read only what is from their time."""


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
    return or_(is_no_volunteer, note.author == me, matched, visited, in_charge)
