"""The day of a halt: who comes when to which counter, who queues, who is visited on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, select

from app.mobile_advice.booking.queries.halts import halt_row
from app.mobile_advice.booking.rules import Held, Kind, Slot, State
from app.mobile_advice.booking.statements import AT_HALT, HOME_VISITS_OF_DAY, AppointmentRow
from db.access import is_known_to_me
from db.tours import Crew

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.mobile_advice.booking.statements import HaltRow

_CREW = (
    select(Crew.name, Crew.duty, Crew.languages)
    .where(
        Crew.tour_day_id == bindparam("tour_day_id", type_=Crew.tour_day_id.type),
        Crew.person_id.is_(None) | is_known_to_me(Crew.__table__.c.person_id),
    )
    .order_by(Crew.position)
)


class CrewName(NamedTuple):
    """Somebody on board."""

    name: str
    duty: str
    languages: str


class HaltBoard(NamedTuple):
    """A halt with everything that is booked there."""

    halt: HaltRow
    slots: tuple[AppointmentRow, ...]
    """Those that hold a time, and those that did not come; by time and counter."""
    queue: tuple[AppointmentRow, ...]
    """Numbers of the queue that wait or are called, then those that are settled."""
    home_visits: tuple[AppointmentRow, ...]
    gone: tuple[AppointmentRow, ...]
    """Moved and cancelled ones."""
    crew: tuple[CrewName, ...]

    def at(self, slot: Slot) -> AppointmentRow | None:
        """Answer who holds a slot."""
        return next(
            (
                row
                for row in self.slots
                if row.counter == slot.counter and row.held.overlaps(slot.start, 1)
            ),
            None,
        )

    def called_at(self, counter: int) -> AppointmentRow | None:
        """Answer who is at a counter now."""
        rows = (*self.slots, *self.queue)
        return next(
            (row for row in rows if row.state == State.CALLED and row.counter == counter), None
        )

    @property
    def held(self) -> tuple[Held, ...]:
        """The times that are taken."""
        return tuple(row.held for row in self.slots)


def halt_board(connection: Connection, halt_id: UUID) -> HaltBoard | None:
    """Answer the day of a halt; None when it is gone."""
    halt = halt_row(connection, halt_id)
    if halt is None:
        return None
    rows = [AppointmentRow(*row) for row in connection.execute(AT_HALT, {"halt_id": halt_id})]
    day = {"tour_day_id": halt.tour_day_id}
    homes = [AppointmentRow(*row) for row in connection.execute(HOME_VISITS_OF_DAY, day)]
    gone = {State.MOVED, State.CANCELLED}
    booked = (row for row in rows if row.kind != Kind.WALK_IN and row.state not in gone)
    queue = (row for row in rows if row.kind == Kind.WALK_IN and row.state not in gone)
    return HaltBoard(
        halt,
        tuple(sorted(booked, key=_by_time)),
        tuple(sorted(queue, key=_by_turn)),
        tuple(sorted((row for row in homes if row.state not in gone), key=_by_time)),
        tuple(sorted((row for row in rows if row.state in gone), key=_by_time)),
        tuple(CrewName(*row) for row in connection.execute(_CREW, day)),
    )


def _by_time(row: AppointmentRow) -> tuple[int, int, str]:
    return (row.starts_at or 0, row.counter, str(row.id))


def _by_turn(row: AppointmentRow) -> tuple[bool, int]:
    return (not row.is_open, row.queue_number or 0)
