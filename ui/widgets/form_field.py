"""One field of a form: label above, the input, its hint, and the problem below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.check_field import CheckField
from ui.widgets.input import Input, as_widget, mark_problem
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class FormField(QWidget):
    """An input with its words around it; a screen reader hears label, hint and problem."""

    edited = Signal()

    def __init__(self, label: str, field: Input, *, hint: str = "", optional: bool = False) -> None:
        """Put `label` above `field`; an optional field says so."""
        super().__init__()
        self.label = label
        self.input = field
        self._hint_text = hint
        words = _("{label} (optional)").format(label=label) if optional else label
        widget = as_widget(field)
        widget.setAccessibleName(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        self._caption = None if isinstance(field, CheckField) else _FieldLabel(words, widget)
        if self._caption is not None:
            layout.addWidget(self._caption)
        layout.addWidget(widget)
        self._hint = Label(hint, "small") if hint else None
        if self._hint is not None:
            layout.addWidget(self._hint)
        self._problem = Label("", "problem")
        self._problem.hide()
        layout.addWidget(self._problem)
        layout.addStretch(0)
        widget.setAccessibleDescription(hint)
        field.changed.connect(self._on_changed)

    def caption_height(self) -> int:
        """Answer the pixels that the label wants at the width of the field; 0 without one."""
        return self._caption.height_of_words(self.width()) if self._caption is not None else 0

    def set_caption_height(self, height: int) -> None:
        """Keep so many pixels for the label, so that inputs side by side stand on one line."""
        if self._caption is not None:
            self._caption.keep_height(self.width(), height)

    def set_hint(self, hint: str) -> None:
        """Say something else below the input; only a field that began with a hint has one."""
        if self._hint is None:
            return
        self._hint_text = hint
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def hint(self) -> str:
        """Answer the hint below the input."""
        return self._hint_text

    def show_problem(self, sentence: str) -> None:
        """Show a sentence below the input, or take it away with ""."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        mark_problem(as_widget(self.input), on=bool(sentence))
        self._describe()

    def problem(self) -> str:
        """Answer the sentence that is shown below the input."""
        return self._problem.text() if self._problem.isVisibleTo(self) else ""

    def check(self) -> bool:
        """Say below the input what cannot be understood; answer whether all is well."""
        trouble = self.input.trouble()
        if trouble:
            self.show_problem(trouble)
        return not trouble

    def _describe(self) -> None:
        said = " ".join(filter(None, (self._problem.text(), self._hint_text)))
        as_widget(self.input).setAccessibleDescription(said)

    def _on_changed(self) -> None:
        self.show_problem(self.input.trouble() if _speaks_at_once(self.input) else "")
        self.edited.emit()


class _FieldLabel(Label):
    """The label above an input; a click on it goes to the input."""

    def __init__(self, text: str, buddy: QWidget) -> None:
        super().__init__(text, "label")
        self._buddy = buddy
        self._kept = (0, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)

    def height_of_words(self, width: int) -> int:
        """Answer the pixels that the words alone want."""
        return super().heightForWidth(width)

    def keep_height(self, width: int, height: int) -> None:
        """Be so high at least while it is so wide."""
        if (width, height) != self._kept:
            self._kept = (width, height)
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Answer the height for a width, as high as the labels beside this one."""
        kept_at, height = self._kept
        return max(height if width == kept_at else 0, self.height_of_words(width))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Go to the input."""
        self._buddy.setFocus()


def _speaks_at_once(field: Input) -> bool:
    """A text that is too long says so while it is typed; half a date is left in peace."""
    return not hasattr(field, "is_valid")
