"""What is typed about one client in a field that serves many: never mixed up between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.widgets.fields import LongTextField


class NoteTexts(QObject):
    """A form of one text for `DraftKeeper`; once ended it neither reads nor writes the field.

    An answer that comes late, such as a draft that was asked for, then reaches nobody.
    """

    changed = Signal()

    def __init__(self, field: LongTextField, parent: QObject) -> None:
        """Read and write `field` until `end`."""
        super().__init__(parent)
        self._field = field
        self._ended: dict[str, str] | None = None
        field.changed.connect(self._on_changed)

    def texts(self) -> dict[str, str]:
        """Answer what is typed, or what was typed when it ended."""
        return {"text": self._field.value()} if self._ended is None else self._ended

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a text back, while the field is about this client."""
        if self._ended is None and "text" in texts:
            self._field.restore_text(texts["text"])

    def end(self) -> None:
        """Let the field go on with another client."""
        self._ended = self.texts()

    def _on_changed(self) -> None:
        if self._ended is None:
            self.changed.emit()
