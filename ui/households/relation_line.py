"""One relation on a person's card: who, what, how to reach, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.clients.words import validity_words
from ui.households.person_button import PersonLink
from ui.households.relation_chips import RelationChips
from ui.households.words import relation_words
from ui.icons import icon
from ui.style import Role, spacing
from ui.widgets.buttons import icon_button, reword
from ui.widgets.labels import Label, small

if TYPE_CHECKING:
    from datetime import date

    from app.households.rows import RelationRow

_TOP = Qt.AlignmentFlag.AlignTop


class RelationLine(QWidget):
    """Those that have ended step back and can begin again.

    A line is made once and then shows one relation after another: making it is what takes time.
    """

    person_wanted = Signal(object)
    edit_wanted = Signal(object)
    end_wanted = Signal(object)
    """The `RelationRow` that shall end, or hold again."""

    def __init__(self, row: RelationRow, today: date) -> None:
        """Show a relation as of a day."""
        super().__init__()
        self.row, self._has_ended = row, False
        self._link = PersonLink(self)
        self._link.wanted.connect(self.person_wanted)
        self._what = Label().selectable()
        self._chips: RelationChips | None = None
        self._validity = small("")
        self._edit, self._end = icon_button("edit", ""), icon_button("close", "")
        self._edit.clicked.connect(self._on_edit_clicked)
        self._end.clicked.connect(self._on_end_clicked)
        self._arrange()
        self.show_row(row, today)

    def show_row(self, row: RelationRow, today: date) -> None:
        """Show another relation, or the same one as of another day."""
        self.row = row
        self._show_ended(has_ended=row.has_ended(today))
        self._link.show_person(row.other_id, row.other_name)
        self._what.setText(
            " · ".join(filter(None, (relation_words(row), row.detail, row.other_phone)))
        )
        self._show_chips()
        validity = validity_words(row.valid_from, row.valid_until)
        self._validity.setText(validity)
        self._validity.setVisible(bool(validity))
        self._name_buttons()

    def _arrange(self) -> None:
        self._words = QVBoxLayout()
        self._words.setSpacing(spacing(2))
        self._words.addWidget(self._link.button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._what, self._validity):
            part.setContentsMargins(spacing(32), 0, 0, 0)
            self._words.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addLayout(self._words, 1)
        layout.addWidget(self._edit, 0, _TOP)
        layout.addWidget(self._end, 0, _TOP)

    def _show_ended(self, *, has_ended: bool) -> None:
        if has_ended != self._has_ended:
            self._has_ended = has_ended
            self._what.set_kind("quiet" if has_ended else "text")
            self._end.setIcon(icon("undo" if has_ended else "close", Role.TEXT))

    def _show_chips(self) -> None:
        if self._chips is None and not self._has_ended and RelationChips.has_some(self.row):
            self._chips = RelationChips()
            self._chips.setContentsMargins(spacing(32), 0, 0, 0)
            self._words.insertWidget(self._words.indexOf(self._validity), self._chips)
        if self._chips is not None:
            self._chips.show_row(None if self._has_ended else self.row)

    def _name_buttons(self) -> None:
        change = _("Change the relation to {name}")
        end = _("End the relation to {name}")
        if self._has_ended:
            end = _("The relation to {name} holds again")
        for button, words in ((self._edit, change), (self._end, end)):
            name = words.format(name=self.row.other_name)
            reword(button, name, tip=name)

    def _on_edit_clicked(self) -> None:
        self.edit_wanted.emit(self.row.id)

    def _on_end_clicked(self) -> None:
        self.end_wanted.emit(self.row)
