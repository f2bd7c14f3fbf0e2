"""One quiet line that says which colleague is at what is shown; empty in a local office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.server.presence import place_of, who_edits
from resources.text import _
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending
    from ui.desk_contracts import Presence


class _Held:
    """What this desk shows to others as being edited; outlives the line that shows it."""

    def __init__(self) -> None:
        self._held: tuple[Presence, UUID] | None = None

    def begin(self, presence: Presence, place: UUID) -> None:
        """Show one place instead of another."""
        self.end()
        self._held = presence, place
        presence.begin(place)

    def end(self) -> None:
        """Show none."""
        held, self._held = self._held, None
        if held is not None and isValid(held[0]):
            held[0].end(held[1])


class PresenceLine(QWidget):
    """Hidden until there is something to say; asks only while its page can be seen."""

    def __init__(self, desk: Desk, *, edits: bool = False) -> None:
        """Begin without a record; with `edits` this desk edits it for as long as the line lives."""
        super().__init__()
        self._desk, self._edits = desk, edits
        self._record: UUID | None = None
        self._doing = ""
        self._presence: Presence | None = None
        self._held = _Held()
        self._pending: Pending[tuple[str, ...]] | None = None
        self._words = StatusLabel("", "attention", "edit")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        self.hide()
        self.destroyed.connect(self._held.end)
        desk.presence_changed.connect(self._on_presence_changed)

    def show_record(self, record: UUID | None, doing: str) -> None:
        """Say who edits a record by the form named `doing`; None says nothing."""
        if (record, doing) != (self._record, self._doing):
            self._held.end()
            self._record, self._doing = record, doing
            self._show(())
            self._presence = None
        self._on_presence_changed()

    def set_edits(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Show colleagues that this desk edits it as well, or no longer does."""
        if on == self._edits:
            return
        self._edits = on
        if not on:
            self._held.end()
        elif self._presence is not None and self._record is not None:
            self._held.begin(self._presence, place_of(self._record, self._doing))

    def text(self) -> str:
        """Answer what is said, "" when nobody else is there."""
        return "" if self.isHidden() else self._words.text()

    def _on_presence_changed(self) -> None:
        """Begin with the office that is open now; an office of this computer has no colleagues."""
        before, self._presence = self._presence, self._desk.presence
        if self._presence is None or self._record is None:
            self._show(())
            return
        if self._presence is before:
            return
        if self._edits:
            self._held.begin(self._presence, place_of(self._record, self._doing))
        unique = Qt.ConnectionType.UniqueConnection
        self._presence.moved.connect(self._on_moved, unique)
        self._presence.looked_again.connect(self._on_looked_again, unique)
        self._look()

    @Slot()
    def _on_looked_again(self) -> None:
        around = self.parentWidget()
        if around is not None and around.isVisible():
            self._look()

    @Slot(str)
    def _on_moved(self, place: str) -> None:
        if self._record is not None and place == str(place_of(self._record, self._doing)):
            self._look()

    def _look(self) -> None:
        if self._record is None or not self._desk.is_open:
            return
        if self._pending is not None:
            self._pending.forget()
        pending = self._desk.ask(who_edits, self._record, self._doing).then(self._show)
        self._pending = pending.if_unavailable(self._on_trouble).if_refused(self._on_trouble)

    def _on_trouble(self, _trouble: Unavailable | Refused) -> None:
        """Say nothing of what is not known."""
        self._show(())

    def _show(self, names: tuple[str, ...]) -> None:
        if not names and self.isHidden():
            return  # as nearly always: a look at the style sheet costs more than the question
        self._words.set_status(_sentence(names, self._doing), "attention", "edit")
        self.setVisible(bool(names) and self.parentWidget() is not None)


def _sentence(names: tuple[str, ...], doing: str) -> str:
    if not names:
        return ""
    one, several = _sentences(doing)
    if len(names) > 1:
        return several.format(names=", ".join(names[:-1]), name=names[-1])
    return one.format(name=names[0])


def _sentences(doing: str) -> tuple[str, str]:
    """Answer what is said of one colleague and of several who use a form."""
    if doing == "client_note":
        one = _("{name} is writing a note about this person.")
        return one, _("{names} and {name} are writing notes about this person.")
    if doing == "letter":
        one = _("{name} is writing a letter to this person.")
        return one, _("{names} and {name} are writing letters to this person.")
    return _("{name} is editing this."), _("{names} and {name} are editing this.")
