"""The dialog that asks for whom a letter is, where it does not begin at a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.style import length, margins, spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.form import Form
from ui.widgets.labels import heading

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk


class PersonDialog(QDialog):
    """Enter goes on once somebody is chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody chosen."""
        super().__init__(parent)
        self.setWindowTitle(_("Write a letter"))
        self.setMinimumWidth(length(420))
        self.picker = ClientPicker(desk)
        form = Form()
        form.add("person", _("To whom"), self.picker)
        self.go_button = primary_button(_("Write"), "letters")
        self.go_button.setEnabled(False)
        cancel = plain_button(_("Cancel"))
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.go_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(24))
        layout.setSpacing(spacing(16))
        layout.addWidget(heading(_("Who is the letter for?")))
        layout.addWidget(form)
        layout.addLayout(buttons)
        self.go_button.setDefault(True)
        self.picker.chosen.connect(self._on_chosen)
        self.go_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)

    def _on_chosen(self, person_id: UUID | None) -> None:
        self.go_button.setEnabled(person_id is not None)


def ask_person(parent: QWidget, desk: Desk) -> UUID | None:
    """Ask for whom a letter is; None when the user changed their mind."""
    dialog = PersonDialog(desk, parent)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    person_id = dialog.picker.value() if chosen else None
    dialog.deleteLater()
    return person_id
