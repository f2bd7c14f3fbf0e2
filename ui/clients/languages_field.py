"""The languages a person speaks: type one, Enter adds it; beside each stands how well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.clients.languages import language_name, spoken_languages
from app.clients.rules import LEVEL_LABELS, LanguageLevel, fold
from resources.text import _, language
from ui.style import length, spacing
from ui.widgets.buttons import icon_button
from ui.widgets.fields import ChoiceField, SuggestField
from ui.widgets.labels import text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class LanguagesField(QWidget):
    """An input of a form: its value is a tuple of BCP 47 tags, in the order they were added."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, asks_levels: bool = False) -> None:
        """Begin without a language; `asks_levels` asks how well each is spoken."""
        super().__init__(parent)
        self._asks_levels = asks_levels
        self._lines: list[_SpokenLine] = []
        self._by_name = {fold(name): tag for tag, name in spoken_languages(language())}
        self.line = _LanguageLine()
        self.line.set_suggestions([name for _tag, name in spoken_languages(language())])
        self.line.setPlaceholderText(_("Add a language"))
        self.line.entered.connect(self._on_entered)
        self.line.changed.connect(self.changed)
        self._list = QVBoxLayout()
        self._list.setSpacing(spacing(6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(6))
        layout.addLayout(self._list)
        layout.addWidget(self.line)
        self.setFocusProxy(self.line)

    def value(self) -> tuple[str, ...]:
        """Answer the tags, with a language that is typed in full but not yet added."""
        tags, typed = self._tags(), self._tag_typed()
        return (*tags, typed) if typed and typed not in tags else tags

    def levels(self) -> tuple[str, ...]:
        """Answer how well each language of `value` is spoken."""
        levels = [line.level.value() for line in self._lines]
        return (*levels, *[""] * (len(self.value()) - len(levels)))

    def set_value(self, tags: tuple[str, ...], levels: tuple[str, ...] = ()) -> None:
        """Show other languages."""
        for line in tuple(self._lines):
            self._drop(line)
        self.line.clear()
        for at, tag in enumerate(tags):
            self._add(tag, levels[at] if at < len(levels) else "")
        self.changed.emit()

    def text_value(self) -> str:
        """Answer the tags with their levels and what is typed, for a draft."""
        lines = ((line.tag, line.level.value()) for line in self._lines)
        spoken = ",".join(f"{tag}:{level}" if level else tag for tag, level in lines)
        return f"{spoken}|{self.line.text()}"

    def restore_text(self, text: str) -> None:
        """Put a draft back."""
        spoken, _bar, typed = text.partition("|")
        pairs = [entry.partition(":") for entry in spoken.split(",") if entry]
        self.set_value(tuple(p[0] for p in pairs), tuple(_known_level(p[2]) for p in pairs))
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

    def _tags(self) -> tuple[str, ...]:
        return tuple(line.tag for line in self._lines)

    def _tag_typed(self) -> str:
        return self._by_name.get(fold(self.line.text().strip()), "")

    def _on_entered(self) -> None:
        tag = self._tag_typed()
        if tag:
            self.line.clear()
            if tag not in self._tags():
                self._add(tag, "")
        self.changed.emit()

    def _add(self, tag: str, level: str) -> None:
        line = _SpokenLine(tag)
        line.level.set_value(_known_level(level))
        line.level.setVisible(self._asks_levels)
        line.level.changed.connect(self.changed)
        line.remove.clicked.connect(self._on_removed)
        self._lines.append(line)
        self._list.addWidget(line)
        line.show()

    def _on_removed(self) -> None:
        sender: Any = self.sender()
        self._drop(sender.parentWidget())
        self.line.setFocus()
        self.changed.emit()

    def _drop(self, line: _SpokenLine) -> None:
        self._lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()


def _known_level(level: str) -> str:
    return level if level in set(LanguageLevel) else LanguageLevel.UNKNOWN.value


class _SpokenLine(QWidget):
    """One language: its name, how well it is spoken, and a button that takes it away."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.tag = tag
        name = language_name(tag, language())
        self.level = ChoiceField([(level.value, _(LEVEL_LABELS[level])) for level in LanguageLevel])
        self.level.setAccessibleName(_("How well {language} is spoken").format(language=name))
        self.remove = icon_button("close", _("Take {language} away").format(language=name))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        words = text(name)
        words.setMinimumWidth(length(120))
        layout.addWidget(words, 1)
        layout.addWidget(self.level, 1)
        layout.addWidget(self.remove)


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
