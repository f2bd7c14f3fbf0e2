"""Says below a phone number that it is kept as typed, without refusing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.clients.phones import KEPT_AS_TYPED, Phone, read_phone
from resources.text import _, say
from ui.widgets.labels import small

if TYPE_CHECKING:
    from app.errors import Problem
    from ui.desk import Desk
    from ui.widgets.fields import ChoiceField, TextField
    from ui.widgets.form_field import FormField


class PhoneHint(QObject):
    """Reads one number when its field is left, on the office's thread: the library is slow."""

    def __init__(
        self, desk: Desk, part: FormField, line: TextField, country: ChoiceField[str]
    ) -> None:
        """Watch the `line` in a `part` of a form; `country` says where the number is at home."""
        super().__init__(part)
        self._desk, self._part, self._line, self._country = desk, part, line, country
        self._typed = ""
        self.words = small("")
        self.words.hide()
        layout = part.layout()
        if layout is not None:
            layout.addWidget(self.words)
        line.editingFinished.connect(self._on_left)
        line.changed.connect(self._on_changed)

    def _on_left(self) -> None:
        self._typed = self._line.value()
        if self._typed.strip():
            pending = self._desk.run(read_phone, self._typed, self._country.value())
            pending.then(self._on_read)

    def _on_changed(self) -> None:
        self.words.hide()

    def _on_read(self, phone: Phone | Problem) -> None:
        if self._line.value() != self._typed:
            return
        if not isinstance(phone, Phone):
            self._part.show_problem(say(phone))
        elif not phone.is_understood:
            self.words.setText(_(KEPT_AS_TYPED))
            self.words.show()
