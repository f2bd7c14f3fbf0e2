"""The languages a client speaks: type one, Enter adds it, a button takes it away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.clients.languages import language_name, spoken_languages
from app.clients.rules import fold
from resources.text import _, language
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.fields import SuggestField
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class LanguagesField(QWidget):
    """An input of a form: its value is a tuple of BCP 47 tags, in the order they were added."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a language."""
        super().__init__(parent)
        self._tags: list[str] = []
        self._by_name = {fold(name): tag for tag, name in spoken_languages(language())}
        self.line = _LanguageLine()
        self.line.set_suggestions([name for _tag, name in spoken_languages(language())])
        self.line.setPlaceholderText(_("Add a language"))
        self.line.entered.connect(self._on_entered)
        self.line.changed.connect(self.changed)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing(6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(6))
        layout.addWidget(self._chips)
        layout.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._show_tags()

    def value(self) -> tuple[str, ...]:
        """Answer the tags, with a language that is typed in full but not yet added."""
        typed = self._tag_typed()
        return (*self._tags, typed) if typed and typed not in self._tags else tuple(self._tags)

    def set_value(self, tags: tuple[str, ...]) -> None:
        """Show other languages."""
        self._tags = list(tags)
        self.line.clear()
        self._show_tags()
        self.changed.emit()

    def text_value(self) -> str:
        """Answer the tags and what is typed, for a draft."""
        return f"{','.join(self._tags)}|{self.line.text()}"

    def restore_text(self, text: str) -> None:
        """Put a draft back."""
        tags, _bar, typed = text.partition("|")
        self.set_value(tuple(filter(None, tags.split(","))))
        self.line.set_value(typed)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the languages be seen only."""
        self.setEnabled(not on)

    def is_valid(self) -> bool:
        """Answer whether nothing but a known language is typed."""
        return not self.line.text().strip() or bool(self._tag_typed())

    def trouble(self) -> str:
        """Answer a sentence when what is typed is no language of the list."""
        if self.is_valid():
            return ""
        return _("“{typed}” is not in the list of languages. Choose one from the list.").format(
            typed=self.line.text().strip()
        )

    def setAccessibleName(self, name: str) -> None:
        """Name the line that one types into."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _tag_typed(self) -> str:
        return self._by_name.get(fold(self.line.text().strip()), "")

    def _on_entered(self) -> None:
        tag = self._tag_typed()
        if tag and tag not in self._tags:
            self._tags.append(tag)
        if tag:
            self.line.clear()
            self._show_tags()
        self.changed.emit()

    def _on_removed(self) -> None:
        self._tags.remove(str(self.sender().property("tag")))
        self._show_tags()
        self.line.setFocus()
        self.changed.emit()

    def _show_tags(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for tag in self._tags:
            self._flow.addWidget(self._chip(tag))
        self._chips.setVisible(bool(self._tags))
        self._chips.updateGeometry()

    def _chip(self, tag: str) -> QPushButton:
        name = language_name(tag, language())
        chip = plain_button(name, "close")
        chip.setProperty("kind", "chip")
        chip.setProperty("tag", tag)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setAccessibleName(_("Take {language} away").format(language=name))
        chip.setToolTip(chip.accessibleName())
        chip.clicked.connect(self._on_removed)
        return chip


class _LanguageLine(SuggestField):
    """The line; Enter, Tab and a click on a suggestion hand over what stands in it."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__(100)
        self.completer().activated.connect(self._on_chosen, Qt.ConnectionType.QueuedConnection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _on_chosen(self, _name: object) -> None:
        self.entered.emit()
