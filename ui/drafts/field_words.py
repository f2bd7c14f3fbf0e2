"""What an input shows, in the words that stand on the screen; for comparing two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from resources.text import _
from ui.widgets.input import Input, as_widget

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONLY_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


def words_of(field: Input) -> str:
    """Answer what an input shows; "" where it shows nothing."""
    widget = as_widget(field)
    if isinstance(widget, QCheckBox):
        return _("Yes") if widget.isChecked() else _("No")
    return ", ".join(filter(None, _words(widget)))


def _words(widget: QWidget) -> Iterator[str]:
    """Answer the words of a widget or of its parts, in the order in which they were made."""
    if isinstance(widget, QLineEdit):
        yield widget.text().strip()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText().strip()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QCheckBox | QRadioButton):
        yield widget.text().replace("&&", "&") if widget.isChecked() else ""
    elif isinstance(widget, QLabel):
        yield widget.text() if widget.property("kind") == "text" else ""
    elif not isinstance(widget, QAbstractButton):
        for part in widget.findChildren(QWidget, options=_ONLY_CHILDREN):
            if part.isVisibleTo(widget) and not part.isWindow():
                yield from _words(part)
