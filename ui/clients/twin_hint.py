"""Says quietly, while a new person is typed, who is probably in the office already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.clients.duplicates.warning import Typed, twins_of
from app.clients.rules import write_birth
from resources.text import _
from ui.palette import Role
from ui.picking.hit_words import place_line
from ui.style import length, spacing
from ui.widgets.banner import IconLabel
from ui.widgets.buttons import plain_button
from ui.widgets.labels import small, strong, text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.clients.duplicates.warning import TwinHit
    from ui.desk import Desk, Pending
    from ui.widgets.form import Form

PAUSE_MS = 400
"""The question is asked when nothing was typed for this long."""
ASKED = (
    "given_name", "family_name", "birth", "phone", "mobile", "email", "country", "street",
    "house_number", "postal_code", "city",
)  # fmt: skip
"""The fields of the form that are looked at, by the names in `Typed`."""


class TwinHint(QFrame):
    """Watches a form; nothing is refused, and what is typed stays."""

    card_wanted = Signal(object)
    """The key of a card that shall be opened; what was typed stays as a draft."""

    def __init__(
        self, desk: Desk, form: Form, but: UUID | None = None, parent: QWidget | None = None
    ) -> None:
        """Watch `form`; `but` is the card that is being changed."""
        super().__init__(parent)
        self._desk, self._form, self._but = desk, form, but
        self._asked: Typed | None = None
        self._pending: Pending[Any] | None = None
        self.twins: tuple[TwinHit, ...] = ()
        self.setProperty("banner", "hint")
        self.setMaximumWidth(length(648))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(spacing(8))
        head = QHBoxLayout()
        head.setSpacing(spacing(12))
        head.addWidget(IconLabel("info", Role.PRIMARY))
        head.addWidget(strong(_("Perhaps this person is in the office already")), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing(12), spacing(8), spacing(12), spacing(12))
        layout.setSpacing(spacing(8))
        layout.addLayout(head)
        layout.addLayout(self._rows)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        form.changed.connect(self._timer.start)

    def look(self) -> None:
        """Ask who is alike, unless that was asked already."""
        texts = self._form.texts()
        typed = Typed(**{name: texts[name] for name in ASKED if name in texts})
        if typed == self._asked:
            return
        self._asked = typed
        if self._pending is not None:
            self._pending.forget()
        self._pending = self._desk.ask(twins_of, typed, self._but).then(self._on_found)
        self._pending.if_unavailable(self._on_unavailable)

    def _on_found(self, twins: tuple[TwinHit, ...]) -> None:
        self._pending = None
        if twins == self.twins:
            return
        self.twins = twins
        self._show(twins)
        self.setVisible(bool(twins))

    def _on_unavailable(self, _trouble: object) -> None:
        """Say nothing: a warning that cannot be had is no trouble of who types."""
        self._pending = None

    def _show(self, twins: Sequence[TwinHit]) -> None:
        before = self._taken()
        for twin in twins:
            row = _TwinRow(twin)
            row.wanted.connect(self.card_wanted)
            self._rows.addWidget(row)
            # Tab must find it at once: as long as older rows are in sight, so is the hint.
            row.show()
            if any(old.twin_id == row.twin_id and old.button.hasFocus() for old in before):
                row.button.setFocus()
        for old in before:
            old.hide()
            old.deleteLater()
        names = ", ".join(twin.person.name for twin in twins)
        self.setAccessibleName(_("Perhaps in the office already: {names}").format(names=names))

    def _taken(self) -> list[_TwinRow]:
        """Take the rows out of the layout; they stay in sight until others stand there."""
        items = [self._rows.takeAt(0) for _row in range(self._rows.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, _TwinRow)]


class _TwinRow(QWidget):
    """One card: name, birth and address, what speaks for it, and the way to it."""

    wanted = Signal(object)

    def __init__(self, twin: TwinHit) -> None:
        super().__init__()
        self.twin_id = twin.person.id
        person = twin.person
        born = f"* {write_birth(person.birth)}" if person.birth else ""
        line = " · ".join(filter(None, (born, place_line(person))))
        button = self.button = plain_button(_("Open that card"))
        button.setAccessibleName(_("Open the card of {name}").format(name=person.name))
        button.clicked.connect(self._on_clicked)
        grid = QGridLayout(self)
        grid.setContentsMargins(spacing(32), 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(text(f"{person.name}  {line}" if line else person.name), 0, 0)
        grid.addWidget(small(", ".join(_(reason) for reason in twin.reasons)), 1, 0)
        grid.addWidget(button, 0, 1, 2, 1)

    def _on_clicked(self) -> None:
        self.wanted.emit(self.twin_id)
