"""One quiet line that says which colleague is editing what is shown; empty in a local office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.server.presence import who_edits
from resources.text import _, ngettext
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending
    from ui.sharing.presence import Presence


class PresenceLine(QWidget):
    """Asks who edits a record, for as long as it can be seen."""

    def __init__(self, desk: Desk, *, edits: bool = False) -> None:
        """Begin without a record; with `edits` this desk edits it while the line is there."""
        super().__init__()
        self._desk, self._edits = desk, edits
        self._record: UUID | None = None
        self._presence: Presence | None = None
        self._is_held = False
        self._pending: Pending[tuple[str, ...]] | None = None
        self._words = StatusLabel("", "attention", "edit")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        # The line itself always counts as shown; without words it takes no room.
        self._words.hide()

    def show_record(self, record: UUID | None) -> None:
        """Say who edits a record; None says nothing."""
        if record == self._record:
            return
        self._let_go()
        self._record = record
        self._show(())
        if self.isVisible():
            self._begin()

    def text(self) -> str:
        """Answer what is said, "" when nobody else is there."""
        return self._words.text() if not self._words.isHidden() else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look."""
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no longer."""
        super().hideEvent(event)
        self._let_go()

    def _begin(self) -> None:
        presence = self._desk.presence
        if presence is None or self._record is None or presence is self._presence:
            return
        self._presence = presence
        presence.moved.connect(self._on_moved)
        presence.looked_again.connect(self._look)
        if self._edits:
            self._is_held = True
            presence.begin(self._record)
        self._look()

    def _let_go(self) -> None:
        presence, self._presence = self._presence, None
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        if presence is None or presence is not self._desk.presence:
            return
        presence.moved.disconnect(self._on_moved)
        presence.looked_again.disconnect(self._look)
        if self._is_held and self._record is not None:
            self._is_held = False
            presence.end(self._record)

    def _on_moved(self, record: str) -> None:
        if record == str(self._record):
            self._look()

    def _look(self) -> None:
        if self._record is None or not self._desk.is_open:
            return
        if self._pending is not None:
            self._pending.forget()
        pending = self._desk.ask(who_edits, self._record).then(self._show)
        self._pending = pending.if_unavailable(self._on_trouble).if_refused(self._on_trouble)

    def _on_trouble(self, _trouble: Unavailable | Refused) -> None:
        """Say nothing of what is not known."""
        self._show(())

    def _show(self, names: tuple[str, ...]) -> None:
        words = ngettext(
            "{names} is editing this.", "{names} are editing this.", max(1, len(names))
        ).format(names=_(" and ").join(names))
        self._words.set_status(words if names else "", "attention", "edit")
        self._words.setVisible(bool(names))
