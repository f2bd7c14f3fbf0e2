"""Handing work over in one act, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import bindparam, select

from app.access.actions import need_right
from app.access.rules import Right
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.tasks.handover.queries import desk_of
from app.tasks.handover.rows import Handed
from app.tasks.rules import HandoverKind, HandoverWish, check_handover
from app.visiting.actions import hand_visit
from db.journal import Note
from db.people import Person
from db.tasks import Handover, HandoverItem, Task
from db.visiting import Visit

if TYPE_CHECKING:
    from app.office import Act
    from app.tasks.handover.rows import Piece
    from db.base import Record

HANDOVER_IS_GONE = N_("This handover was taken back already.")
CLOSED_TO_OTHER = N_(
    "{name} may not know of somebody whom this is about. Leave that out, or have access given "
    "first."
)
CHANGED_SINCE = N_("Somebody worked on this meanwhile, so it cannot be taken back as a whole.")

_PLACES: dict[HandoverKind, tuple[type[Record], str]] = {
    HandoverKind.TASK: (Task, "assignee"),
    HandoverKind.REVIEW: (Task, "reviewer"),
    HandoverKind.FOLLOW_UP: (Note, "follow_up_for"),
    HandoverKind.RESPONSIBLE: (Person, "responsible"),
    HandoverKind.VISIT: (Visit, "visitor"),
}
_FEATURES = {
    HandoverKind.TASK: "tasks",
    HandoverKind.REVIEW: "tasks",
    HandoverKind.FOLLOW_UP: "journal",
    HandoverKind.RESPONSIBLE: "clients",
    HandoverKind.VISIT: "visiting",
}


_ITEMS = select(HandoverItem).where(HandoverItem.handover_id == bindparam("handover_id"))


def hand_over(act: Act, wish: HandoverWish) -> Handed:
    """Give the chosen pieces of a colleague's work to another one, all or nothing.

    One's own work may always be handed over. Raises `Refused` without the right to hand over
    the work of others, for a wrong name, or for a visit that would book somebody twice;
    `Conflict` when a piece changed meanwhile.
    """
    problems = check_handover(wish)
    if problems:
        raise Refused(*problems)
    from_who, to_who = wish.from_who.strip(), wish.to_who.strip()
    if from_who != act.who:
        need_right(act, Right.HAND_OVER, "from_who")
    pieces = _chosen(act, wish)
    handover = Handover(
        id=uuid4(), at=act.now, by=act.who, from_who=from_who, to_who=to_who, reason=wish.reason
    )
    act.session.add(handover)
    act.session.flush()
    act.touch("tasks", handover.id)
    for piece in pieces:
        _move(act, piece.kind, piece.id, to_who)
        act.session.add(_item(handover.id, piece))
    act.session.flush()
    return Handed(handover.id, to_who, len(pieces))


def take_back_handover(act: Act, handover_id: UUID) -> None:
    """Give everything of a handover back and forget it; the audit lines of both acts stay.

    Raises `Refused` when it is gone, when a piece went on to somebody else meanwhile, or
    without the right where it is not one's own.
    """
    handover = act.session.get(Handover, handover_id)
    if handover is None:
        raise Refused(Problem(HANDOVER_IS_GONE))
    if act.who not in {handover.from_who, handover.by}:
        need_right(act, Right.HAND_OVER)
    act.touch("tasks", handover_id)
    for item in act.session.scalars(_ITEMS, {"handover_id": handover_id}):
        kind, record = read_item(item.note)
        if getattr(*_place(act, kind, record)) != handover.to_who:
            raise Refused(Problem(CHANGED_SINCE))
        _move(act, kind, record, handover.from_who)
        act.session.delete(item)
    act.session.flush()
    act.session.delete(handover)


def read_item(note: str) -> tuple[HandoverKind, UUID]:
    """Answer the kind and the record that an item of a handover keeps."""
    kind, _space, record = note.partition(" ")
    return HandoverKind(kind), UUID(record)


def _chosen(act: Act, wish: HandoverWish) -> tuple[Piece, ...]:
    """Answer the chosen pieces as they lie on the desk now."""
    desk = desk_of(act.session.connection(), wish.from_who, act.local_now, wish.to_who)
    there = {(piece.kind, piece.id): piece for piece in desk}
    found = []
    for kind, record, version in wish.pieces:
        piece = there.get((kind, record))
        if piece is None or piece.version != version:
            raise Conflict(Problem(CHANGED_MEANWHILE))
        if piece.is_closed_to_other:
            raise Refused(Problem(CLOSED_TO_OTHER, "to_who", {"name": wish.to_who.strip()}))
        found.append(piece)
    return tuple(found)


def _item(handover_id: UUID, piece: Piece) -> HandoverItem:
    is_task = piece.kind in {HandoverKind.TASK, HandoverKind.REVIEW}
    return HandoverItem(
        id=uuid4(),
        handover_id=handover_id,
        task_id=piece.id if is_task else None,
        person_id=piece.person_id,
        note=f"{piece.kind} {piece.id.hex}",
    )


def _move(act: Act, kind: HandoverKind, record: UUID, who: str) -> None:
    if kind is HandoverKind.VISIT:
        hand_visit(act, record, who)
    else:
        setattr(*_place(act, kind, record), who)
    act.touch(_FEATURES[kind], record)


def _place(act: Act, kind: HandoverKind, record: UUID) -> tuple[object, str]:
    """Answer the row and the attribute that say with whom a piece lies."""
    table, attribute = _PLACES[kind]
    found = act.session.get(table, record)
    if found is None:
        raise Refused(Problem(CHANGED_SINCE))
    return found, attribute
