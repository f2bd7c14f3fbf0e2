"""Further people whom a note is about: a name is typed, each chosen one becomes a line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.style import spacing
from ui.widgets.buttons import icon_button
from ui.widgets.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.desk import Desk


class PeopleField(QWidget):
    """An input of a form; its value is the ids of the chosen people."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._chosen: dict[UUID, str] = {}
        self.picker = ClientPicker(desk)
        self.picker.chosen.connect(self._on_chosen)
        self.setFocusProxy(self.picker)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(spacing(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addWidget(self.picker)
        layout.addLayout(self._lines)

    def value(self) -> tuple[UUID, ...]:
        """Answer who is chosen."""
        return tuple(self._chosen)

    def set_people(self, people: Iterable[tuple[UUID, str]]) -> None:
        """Choose people, each an id and a name."""
        self._chosen = dict(people)
        self._show()

    def text_value(self) -> str:
        """Answer ids and names for a draft."""
        return "\n".join(f"{person}|{name}" for person, name in self._chosen.items())

    def restore_text(self, text: str) -> None:
        """Put a draft's people back; a line that is none is left out."""
        found: list[tuple[UUID, str]] = []
        for line in text.splitlines():
            known, _bar, name = line.partition("|")
            try:
                found.append((UUID(known), name))
            except ValueError:
                continue
        self.set_people(found)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the people be seen only."""
        self.setEnabled(not on)

    def trouble(self) -> str:
        """Answer a sentence when a name was typed but nobody chosen."""
        return self.picker.trouble()

    def is_valid(self) -> bool:
        """Answer whether no half name is typed."""
        return self.picker.is_valid()

    def setAccessibleName(self, name: str) -> None:
        """Name the field in which names are typed."""
        super().setAccessibleName(name)
        self.picker.setAccessibleName(name)

    def _on_chosen(self, person: UUID | None) -> None:
        if person is None:
            return
        self._chosen[person] = self.picker.text()
        self.picker.set_record(None, "")
        self._show()

    def _on_removed(self, person: UUID) -> None:
        del self._chosen[person]
        self._show()
        self.picker.setFocus()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for person, name in self._chosen.items():
            self._lines.addWidget(self._line(person, name))
        self.changed.emit()

    def _line(self, person: UUID, name: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Chip(name))
        remove = icon_button("close", _("Take {name} out").format(name=name))
        remove.clicked.connect(partial(self._on_removed, person))
        row.addWidget(remove)
        row.addStretch()
        return line
