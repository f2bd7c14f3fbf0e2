"""Fields side by side, whose inputs stand on one line however long their labels are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ui.style import spacing
from ui.widgets.form_field import FormField

if TYPE_CHECKING:
    from PySide6.QtCore import QRect


class FormRow(QHBoxLayout):
    """Gives every label the height of the highest one; short labels stand at its foot."""

    def __init__(self) -> None:
        """Begin without fields."""
        super().__init__()
        self.setSpacing(spacing(12))

    def setGeometry(self, rect: QRect) -> None:
        """Put the fields side by side."""
        super().setGeometry(rect)
        shown = [field for field in self._fields() if not field.isHidden()]
        highest = max((field.caption_height() for field in shown), default=0)
        for field in shown:
            field.set_caption_height(highest)

    def _fields(self) -> list[FormField]:
        items = (self.itemAt(at) for at in range(self.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, FormField)]
