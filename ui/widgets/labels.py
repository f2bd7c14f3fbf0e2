"""Labels of the type scale; they show plain text only, whatever the user typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QMouseEvent

_UNSHOWABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, where Qt's texts end early, and halves of characters, which Qt cannot encode."""


class Label(QLabel):
    """Plain text that wraps; `kind` names its place in the type scale."""

    def __init__(self, text: str = "", kind: str = "text", parent: QWidget | None = None) -> None:
        """Show `text`; nothing in it is interpreted."""
        super().__init__(parent)
        self._is_selectable = False
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", kind)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text; characters that no screen can show are replaced."""
        self._heights.clear()
        super().setText(shown(text))

    def heightForWidth(self, width: int) -> int:
        """Answer the height in pixels; a page asks for the same widths again and again."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another font or style."""
        self._heights.clear()
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the pointer select, now that it is here.

        A text that can be selected is a whole document to Qt: to lay out a card of them takes
        twice as long as one of plain words.
        """
        self._be_ready(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the pointer select, should it never have come."""
        self._be_ready(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be plain words again, unless something in them is selected."""
        if not (self.hasSelectedText() or self.hasFocus()):
            self._be_ready(Qt.TextInteractionFlag.NoTextInteraction)
        super().leaveEvent(event)

    def set_tone(self, tone: str) -> None:
        """Colour the text: "", "primary", "done", "attention" or "danger"."""
        if tone == (self.property("tone") or ""):
            return  # to look at the style sheet takes as long as to lay a card out
        self.setProperty("tone", tone)
        restyle(self)

    def set_kind(self, kind: str) -> None:
        """Give the text another place in the type scale."""
        if kind != self.property("kind"):
            self.setProperty("kind", kind)
            self._heights.clear()
            restyle(self)

    def selectable(self) -> Label:
        """Let the user select and copy the text, by mouse."""
        self._is_selectable = True
        return self

    def unwrapped(self) -> Label:
        """Keep the text on one line."""
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        return self

    def _be_ready(self, flags: Qt.TextInteractionFlag) -> None:
        if self._is_selectable and self.textInteractionFlags() != flags:
            self.setTextInteractionFlags(flags)


def title(text: str) -> Label:
    """Answer the title of a page or dialog."""
    return Label(text, "title")


def heading(text: str) -> Label:
    """Answer the title of a card or section."""
    return Label(text, "heading")


def text(text: str) -> Label:
    """Answer running text."""
    return Label(text)


def strong(text: str) -> Label:
    """Answer text that carries the weight of its line."""
    return Label(text, "strong")


def quiet(text: str) -> Label:
    """Answer text that steps back: hints, second lines."""
    return Label(text, "quiet")


def small(text: str) -> Label:
    """Answer the smallest text, such as a time beside an entry."""
    return Label(text, "small")


def shown(text: str) -> str:
    """Answer the text with what Qt cannot show replaced by the sign for that."""
    return _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at a widget's properties again."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it is looked at for the first time when the widget is shown
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
