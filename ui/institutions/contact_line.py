"""One contact person on an institution's card: who, what for, how to reach, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.clients.rules import show_phone
from app.institutions.rules import is_valid_on
from resources.text import _
from ui.institutions.words import validity_words
from ui.style import spacing
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.labels import Label, quiet, small

if TYPE_CHECKING:
    from datetime import date

    from app.institutions.queries import ContactRow


class ContactLine(QWidget):
    """The name leads to the card of the person."""

    person_wanted = Signal(object)
    """The id of the person."""
    edit_wanted = Signal(object)
    """The id of the contact."""
    remove_wanted = Signal(object)
    """The `ContactRow`."""

    def __init__(self, contact: ContactRow, country: str, today: date) -> None:
        """Show a contact as of a day; phone numbers are shown as in a country."""
        super().__init__()
        self._contact = contact
        name = quiet_button(contact.name, "person")
        name.setToolTip(_("Open the card of {name}").format(name=contact.name))
        name.clicked.connect(self._on_name_clicked)
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        for part in self._parts(country, today):
            part.setContentsMargins(spacing(32), 0, 0, 0)
            words.addWidget(part)
        edit = icon_button("edit", _("Change {name}").format(name=contact.name))
        edit.clicked.connect(self._on_edit_clicked)
        remove = icon_button("bin", _("Take {name} away from here").format(name=contact.name))
        remove.clicked.connect(self._on_remove_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addLayout(words, 1)
        layout.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def _parts(self, country: str, today: date) -> list[Label]:
        contact = self._contact
        phone = show_phone(contact.phone, country)
        reach = " · ".join(filter(None, (contact.function, phone, contact.email)))
        parts = [Label(reach).selectable()] if reach else []
        if contact.note:
            parts.append(quiet(contact.note).selectable())
        validity = validity_words(contact.valid_from, contact.valid_until)
        if validity:
            label = small(validity)
            if not is_valid_on(contact.valid_from, contact.valid_until, today):
                label.setText(_("Not valid today: {validity}").format(validity=validity))
                label.set_tone("attention")
            parts.append(label)
        return parts

    def _on_name_clicked(self) -> None:
        self.person_wanted.emit(self._contact.person_id)

    def _on_edit_clicked(self) -> None:
        self.edit_wanted.emit(self._contact.id)

    def _on_remove_clicked(self) -> None:
        self.remove_wanted.emit(self._contact)
