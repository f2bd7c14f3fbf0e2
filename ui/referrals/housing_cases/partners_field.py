"""The institutions that work on a case: chosen one after the other, taken away with a click."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.institutions.institution_picker import InstitutionPicker
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.referrals.housing_cases.queries import PartnerRow
    from ui.desk import Desk


class PartnersField(QWidget):
    """An input of a form; its value is the keys of the institutions."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Begin without partners."""
        super().__init__()
        self._partners: dict[UUID, str] = {}
        self.picker = InstitutionPicker(desk)
        self.picker.setPlaceholderText(_("Type a name to add an institution"))
        self._chosen = QWidget()
        self._flow = FlowLayout(self._chosen, spacing(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addWidget(self.picker)
        layout.addWidget(self._chosen)
        self.setFocusProxy(self.picker)
        self.picker.chosen.connect(self._on_chosen)
        self._show()

    def value(self) -> tuple[UUID, ...]:
        """Answer the keys of the institutions."""
        return tuple(self._partners)

    def set_partners(self, partners: Iterable[PartnerRow]) -> None:
        """Show institutions as chosen."""
        self._partners = {one.id: one.name for one in partners}
        self._show()

    def text_value(self) -> str:
        """Answer keys and names for a draft."""
        return "\n".join(f"{key}|{name}" for key, name in self._partners.items())

    def restore_text(self, text: str) -> None:
        """Put a draft's institutions back."""
        self._partners = {}
        for line in text.splitlines():
            key, _bar, name = line.partition("|")
            try:
                self._partners[UUID(key)] = name
            except ValueError:
                continue
        self._show()

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the institutions be seen only."""
        self.picker.setReadOnly(on)
        self._chosen.setEnabled(not on)

    def trouble(self) -> str:
        """Answer a sentence when a name was typed but none chosen."""
        return self.picker.trouble()

    def setAccessibleName(self, name: str) -> None:
        """Name the question."""
        super().setAccessibleName(name)
        self.picker.setAccessibleName(name)

    def _on_chosen(self, key: UUID | None) -> None:
        if key is None:
            return
        self._partners[key] = self.picker.text()
        self.picker.set_record(None, "")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for key, name in self._partners.items():
            button = quiet_button(shown(name), "close")
            button.setToolTip(_("Take {name} away").format(name=shown(name)))
            button.setAccessibleName(_("Take {name} away").format(name=shown(name)))
            button.setProperty("key", str(key))
            button.clicked.connect(self._on_removed)
            self._flow.addWidget(button)
        self._chosen.setVisible(bool(self._partners))

    def _on_removed(self) -> None:
        self._partners.pop(UUID(str(self.sender().property("key"))), None)
        self._show()
        self.changed.emit()
        self.picker.setFocus()
