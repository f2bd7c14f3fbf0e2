"""One relation on a person's card: who, what, how to reach, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.clients.words import validity_words
from ui.households.person_button import PersonLink
from ui.households.words import relation_words
from ui.style import spacing
from ui.widgets.buttons import icon_button
from ui.widgets.chips import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, quiet, small

if TYPE_CHECKING:
    from datetime import date

    from app.households.rows import RelationRow


class RelationLine(QWidget):
    """Those that have ended step back and can begin again."""

    person_wanted = Signal(object)
    edit_wanted = Signal(object)
    end_wanted = Signal(object)
    """The `RelationRow` that shall end, or hold again."""

    def __init__(self, row: RelationRow, today: date) -> None:
        """Show a relation as of a day."""
        super().__init__()
        self.row, self._has_ended = row, row.has_ended(today)
        link = PersonLink(row.other_id, row.other_name, self)
        link.wanted.connect(self.person_wanted)
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(link.button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in self._parts():
            part.setContentsMargins(spacing(32), 0, 0, 0)
            words.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addLayout(words, 1)
        for button in self._buttons():
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _parts(self) -> list[QWidget]:
        row = self.row
        what = " · ".join(filter(None, (relation_words(row), row.detail, row.other_phone)))
        parts: list[QWidget] = [(quiet if self._has_ended else Label)(what).selectable()]
        chips = self._chips()
        if chips:
            holder = QWidget()
            flow = FlowLayout(holder, spacing(6))
            for chip in chips:
                flow.addWidget(chip)
            parts.append(holder)
        validity = validity_words(row.valid_from, row.valid_until)
        if validity:
            parts.append(small(validity))
        return parts

    def _chips(self) -> list[Chip]:
        if self._has_ended:
            return []
        chips = []
        if self.row.in_emergency is not None and not self.row.is_inverse:
            place = _("Emergency: call as number {place}").format(place=self.row.in_emergency)
            chips.append(Chip(place, "attention"))
        if self.row.has_key:
            chips.append(Chip(_("Has the key") if not self.row.is_inverse else _("Key is there")))
        return chips

    def _buttons(self) -> list[QWidget]:
        name = self.row.other_name
        edit = icon_button("edit", _("Change the relation to {name}").format(name=name))
        edit.clicked.connect(self._on_edit_clicked)
        if self._has_ended:
            end = icon_button("undo", _("The relation to {name} holds again").format(name=name))
        else:
            end = icon_button("close", _("End the relation to {name}").format(name=name))
        end.clicked.connect(self._on_end_clicked)
        return [edit, end]

    def _on_edit_clicked(self) -> None:
        self.edit_wanted.emit(self.row.id)

    def _on_end_clicked(self) -> None:
        self.end_wanted.emit(self.row)
