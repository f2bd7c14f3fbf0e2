"""What is done to an appointment with one key or button, and how that is undone."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.mobile_advice.booking.actions import (
    Before,
    move_appointment,
    progress_appointment,
    take_booking_back,
    undo_appointment_steps,
)
from app.mobile_advice.booking.queueing import call_next, call_to
from app.mobile_advice.booking.rules import State, clock
from resources.text import _, say
from ui.mobile_advice.booking.words import counter_words, name_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.mobile_advice.booking.queries import AppointmentRow
    from app.mobile_advice.booking.rules import Place
    from ui.desk import Desk

ARRIVED, CALL, DONE, NO_SHOW, CANCEL, MOVE = "arrived", "call", "done", "no_show", "cancel", "move"
MEDIATOR = "mediator"
KEYS: Mapping[Qt.Key, str] = MappingProxyType(
    {
        Qt.Key.Key_A: ARRIVED,
        Qt.Key.Key_C: CALL,
        Qt.Key.Key_D: DONE,
        Qt.Key.Key_N: NO_SHOW,
        Qt.Key.Key_M: MOVE,
        Qt.Key.Key_X: CANCEL,
        Qt.Key.Key_Delete: CANCEL,
        Qt.Key.Key_L: MEDIATOR,
    }
)
"""A key does to the appointment under the cursor what its button says."""
_STATES = {
    ARRIVED: State.WAITING,
    DONE: State.DONE,
    NO_SHOW: State.NO_SHOW,
    CANCEL: State.CANCELLED,
}

_MOVABLE = frozenset({State.BOOKED, State.WAITING, State.NO_SHOW})


def is_movable(row: AppointmentRow) -> bool:
    """Answer whether an appointment can go to another time of a stop."""
    state = State(row.state)
    return state in _MOVABLE and row.halt_id is not None and row.starts_at is not None


def deed_words() -> dict[str, tuple[str, str, str]]:
    """Answer verb, icon and key of each deed."""
    return {
        ARRIVED: (_("Is there"), "check", "A"),
        CALL: (_("Call"), "forward", "C"),
        DONE: (_("Was advised"), "done", "D"),
        NO_SHOW: (_("Did not come"), "close", "N"),
        MOVE: (_("Move"), "calendar", "M"),
        MEDIATOR: (_("Mediator"), "language", "L"),
        CANCEL: (_("Cancel appointment"), "cancelled", "X"),
    }


class Deeds(QObject):
    """Carries out what keys and buttons say; the toast undoes it."""

    said = Signal(str, object)
    done = Signal()
    """Something changed, or was refused: what is shown is to be asked again."""
    gave_up_time = Signal(object)
    """The row of an appointment that was cancelled: somebody may wait for its time."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Serve one window."""
        super().__init__(parent)
        self._desk = desk
        self._sentence = ""
        self._cancelled: AppointmentRow | None = None

    def do(self, deed: str, row: AppointmentRow, counter: int = 1) -> None:
        """Do something to an appointment."""
        self._sentence = _sentence(deed).format(name=name_words(row))
        self._cancelled = row if deed == CANCEL and row.starts_at is not None else None
        if deed == CALL:
            pending = self._desk.act(call_to, row.id, row.counter or counter, row.version)
            pending.then(self._on_called).if_refused(self._on_refused)
            pending.if_unavailable(self._on_unavailable)
            return
        state = _STATES[deed]
        step = self._desk.act(progress_appointment, row.id, row.version, state)
        step.then(self._on_stepped).if_refused(self._on_refused)
        step.if_unavailable(self._on_unavailable)

    def call_next(self, halt_id: UUID, counter: int) -> None:
        """Call whoever is next to a counter."""
        self._sentence = _("The next person is called to counter {number}.").format(number=counter)
        pending = self._desk.act(call_next, halt_id, counter)
        pending.then(self._on_called).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def shift(self, row: AppointmentRow, place: Place, new_id: UUID) -> None:
        """Move an appointment to another time, under an id made before."""
        self._cancelled = None
        self._sentence = _("{name} is moved to {time}, {counter}.").format(
            name=name_words(row), time=clock(place.start), counter=counter_words(place.counter)
        )
        if row.has_mediator:
            self._sentence = _("The appointment is moved. The mediator is asked for the old time.")
        pending = self._desk.act(move_appointment, row.id, row.version, place, new_id)
        pending.then(self._on_called).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def undo(self, befores: tuple[Before, ...]) -> None:
        """Take steps back."""
        pending = self._desk.act(undo_appointment_steps, befores).then(self._on_undone)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def take_back(self, appointment_id: UUID) -> None:
        """Take a booking back that was just made."""
        pending = self._desk.act(take_booking_back, appointment_id).then(self._on_undone)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_stepped(self, before: Before) -> None:
        if before.released.freed:
            told = _("The mediator is no longer asked for; a task says who is to be told.")
            self._sentence = f"{self._sentence} {told}"
        self._on_called((before,))

    def _on_called(self, befores: tuple[Before, ...]) -> None:
        self.said.emit(self._sentence, partial(self.undo, befores))
        self.done.emit()
        if self._cancelled is not None:
            self.gave_up_time.emit(self._cancelled)

    def _on_undone(self, _nothing: None) -> None:
        self.done.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.done.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)


def _sentence(deed: str) -> str:
    return {
        ARRIVED: _("{name} is there."),
        CALL: _("{name} is called."),
        DONE: _("{name} was advised."),
        NO_SHOW: _("{name} did not come."),
        CANCEL: _("The appointment of {name} is cancelled."),
    }[deed]
