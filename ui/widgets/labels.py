"""Labels of the type scale; they show plain text only, whatever the user typed."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_UNSHOWABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, where Qt's texts end early, and halves of characters, which Qt cannot encode."""


class Label(QLabel):
    """Plain text that wraps; `kind` names its place in the type scale."""

    def __init__(self, text: str = "", kind: str = "text", parent: QWidget | None = None) -> None:
        """Show `text`; nothing in it is interpreted."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", kind)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text; characters that no screen can show are replaced."""
        super().setText(shown(text))

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
            restyle(self)

    def selectable(self) -> Label:
        """Let the user select and copy the text, by mouse."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return self

    def unwrapped(self) -> Label:
        """Keep the text on one line."""
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        return self


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
