"""Asking what lies on a colleague's desk, and which handovers there were."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from app.clients.rules import full_name
from app.tasks.handover import statements as ask
from app.tasks.handover.rows import HandoverRow, Piece
from app.tasks.rules import HandoverKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row, Select

_DESK: dict[HandoverKind, Select[*tuple[Any, ...]]] = {
    HandoverKind.TASK: ask.TASKS,
    HandoverKind.REVIEW: ask.REVIEWS,
    HandoverKind.FOLLOW_UP: ask.FOLLOW_UPS,
    HandoverKind.RESPONSIBLE: ask.PEOPLE,
    HandoverKind.VISIT: ask.VISITS,
}
HANDOVERS_SHOWN = 50


def desk_of(
    connection: Connection, from_who: str, now: datetime, to_who: str = ""
) -> tuple[Piece, ...]:
    """Answer everything that lies on a colleague's desk at the local time `now`.

    What is about somebody whom `to_who` may not know of is marked; what is about somebody
    whom the person who asks may not know of is not there.
    """
    return tuple(
        piece
        for kind, statement in _DESK.items()
        for piece in _pieces(connection, kind, statement, from_who.strip(), to_who.strip(), now)
    )


def recent_handovers(connection: Connection) -> tuple[HandoverRow, ...]:
    """Answer the latest handovers, the newest first."""
    rows = connection.execute(ask.HANDOVERS, {"limit": HANDOVERS_SHOWN})
    return tuple(HandoverRow(*row) for row in rows)


def _pieces(
    connection: Connection,
    kind: HandoverKind,
    statement: Select[*tuple[Any, ...]],
    from_who: str,
    to_who: str,
    now: datetime,
) -> Iterator[Piece]:
    values = {"from_who": from_who, "to_who": to_who, "now": now}
    for row in connection.execute(statement, values):
        yield _piece(kind, row)


def _piece(kind: HandoverKind, row: Row[*tuple[Any, ...]]) -> Piece:
    on: date | datetime | None = row.on
    return Piece(
        kind,
        row.id,
        row.version,
        row.title,
        row.person_id,
        "" if row.person_id is None else full_name(row.given_name, row.family_name),
        on.date() if isinstance(on, datetime) else on,
        is_closed_to_other=bool(row.is_closed),
    )
