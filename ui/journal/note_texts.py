"""What is typed about one person in fields that serve many: never mixed up between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.journal.note_fields import NoteFields


class NoteTexts(QObject):
    """A form for `DraftKeeper`; once ended it neither reads nor writes the fields.

    An answer that comes late, such as a draft that was asked for, then reaches nobody.
    """

    changed = Signal()

    def __init__(self, fields: NoteFields, parent: QObject) -> None:
        """Read and write `fields` until `end`."""
        super().__init__(parent)
        self._fields = fields
        self._ended: dict[str, str] | None = None
        fields.changed.connect(self._on_changed)

    def texts(self) -> dict[str, str]:
        """Answer what is typed, or what was typed when it ended."""
        return self._fields.texts() if self._ended is None else self._ended

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put texts back, while the fields are about this person."""
        if self._ended is None:
            self._fields.restore(texts)

    def end(self) -> None:
        """Let the fields go on with another person."""
        self._ended = self.texts()

    def _on_changed(self) -> None:
        if self._ended is None:
            self.changed.emit()
