"""Chooses a free time: the next one stands there already, typing finds another stop or day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from app.mobile_advice.booking.queries import FreeSlot, find_slots, slot_key
from app.mobile_advice.booking.rules import Place
from resources.text import _
from ui.mobile_advice.booking.words import slot_line
from ui.picking.hits_model import HitsModel
from ui.picking.record_picker import MOST_SHOWN, RecordPicker

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from app.mobile_advice.booking.queries import HaltRow
    from ui.desk import Desk, Pending


class SlotPicker(RecordPicker[FreeSlot]):
    """Its value is a `Place`; Down opens the next free times."""

    proposed = Signal()
    """The next free time stands there without anybody having typed it."""

    def __init__(self, desk: Desk) -> None:
        """Begin with no time."""
        nothing = _("No free time is found.")
        super().__init__(desk, HitsModel(slot_line, nothing), _("Free times"))
        self.setPlaceholderText(_("Stop, day or hour, such as: Garath 10"))
        self._place: Place | None = None
        self._near: UUID | None = None
        self._minutes = 0
        self._proposing: Pending[tuple[FreeSlot, ...]] | None = None

    def place(self) -> Place | None:
        """Answer the chosen time."""
        return self._place if self.value() is not None else None

    def set_minutes(self, minutes: int) -> None:
        """Look for times that are free for so many minutes; 0 is as long as one is."""
        self._minutes = minutes

    def show_place(self, place: Place, halt: HaltRow) -> None:
        """Show a time as chosen."""
        slot = FreeSlot(halt, place.start, place.counter)
        self._place = place
        self.set_record(slot.id, slot_line(slot))

    def propose(self, near: UUID | None = None) -> None:
        """Put the next free time there, at a stop `near` where somebody lives if there is one."""
        self._near = near
        if self._proposing is not None:
            self._proposing.forget()
        self._proposing = self.ask_hits("").then(self._on_proposed)

    def ask_hits(self, typed: str) -> Pending[tuple[FreeSlot, ...]]:
        """Ask for free times at the stop, day and hour that are typed."""
        return self.desk.ask(
            find_slots,
            typed,
            self.desk.local_now,
            MOST_SHOWN,
            minutes=self._minutes,
            near=self._near,
        )

    def name_of(self, hit: FreeSlot) -> str:
        """Answer the time in one line."""
        return slot_line(hit)

    def ask_to_choose(self) -> str:
        """Answer the sentence for words that were typed but not chosen."""
        return _("Choose a free time from the list below.")

    def text_value(self) -> str:
        """Answer the time for a draft."""
        place = self.place()
        key = f"{place.halt_id} {place.start} {place.counter}" if place is not None else ""
        return f"{key}|{self.text()}"

    def restore_text(self, text: str) -> None:
        """Put a draft's time back; whether it is still free is said when it is saved."""
        known, _bar, name = text.partition("|")
        parts = known.split()
        try:
            place = Place(UUID(parts[0]), int(parts[1]), int(parts[2])) if parts else None
        except (ValueError, IndexError):
            place = None
        self._place = place
        self.set_record(slot_key(place) if place is not None else None, name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let typing replace what is proposed."""
        super().focusInEvent(event)
        self.selectAll()

    def _choose(self, hit: FreeSlot) -> None:
        self._place = hit.place
        super()._choose(hit)

    def _on_proposed(self, hits: tuple[FreeSlot, ...]) -> None:
        self._proposing = None
        if hits and self.value() is None and not self.text().strip():
            self._place = hits[0].place
            self.set_record(hits[0].id, slot_line(hits[0]))
            if self.hasFocus():
                self.selectAll()
            self.proposed.emit()
