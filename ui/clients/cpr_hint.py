"""Says below a CPR number what deserves a second look; nothing of it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.clients.rules import Birth, cpr_warnings, read_birth
from resources.text import say
from ui.widgets.labels import small

if TYPE_CHECKING:
    from ui.widgets.fields import TextField
    from ui.widgets.form_field import FormField


class CprHint(QObject):
    """Compares the number with the date of birth when either field is left."""

    def __init__(self, part: FormField, line: TextField, birth: TextField) -> None:
        """Watch the `line` in a `part` of a form, and the `birth` beside it."""
        super().__init__(part)
        self._line, self._birth = line, birth
        self.words = small("")
        self.words.hide()
        layout = part.layout()
        if layout is not None:
            layout.addWidget(self.words)
        for field in (line, birth):
            field.editingFinished.connect(self._on_left)
        line.changed.connect(self._on_changed)

    def _on_left(self) -> None:
        birth = read_birth(self._birth.value())
        known = birth if isinstance(birth, Birth) else None
        sentences = [say(problem) for problem in cpr_warnings(self._line.value(), known)]
        self.words.setText(" ".join(sentences))
        self.words.setVisible(bool(sentences))

    def _on_changed(self) -> None:
        self.words.hide()
