"""What is typed for a letter: the fields that its template asks for, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.composing.values import LONG_FIELDS
from resources.text import _, say
from ui.style import length
from ui.widgets.fields import LongTextField, TextField
from ui.widgets.form import Form
from ui.widgets.input import as_widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.errors import Problem
    from app.letters.composing.queries import TypedField

_LONGEST = 2000
_LINES = 4
_HIGHEST = 120
"""A text of several lines is so high, in pixels at 100 %; it scrolls."""


class LetterFields(QWidget):
    """Keeps what was typed when the template changes: a file number is typed once."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without fields."""
        super().__init__(parent)
        self._typed: dict[str, str] = {}
        self._proposed: dict[str, str] = {}
        self.form = Form()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.form)

    def ask(self, fields: Sequence[TypedField]) -> None:
        """Ask for these fields; text and keyboard stay in those of the same name."""
        self._note()
        before, self.form = self.form, Form()
        self._layout.replaceWidget(before, self.form)
        self._proposed = {field.code: field.value for field in fields}
        for field in fields:
            wide = _long_field() if field.code in LONG_FIELDS else TextField(_LONGEST)
            wide.set_value(self._typed.get(field.code, field.value))
            self.form.add(field.code, _(field.title), wide, optional=not field.is_needed)
        self.form.keep()
        self.form.changed.connect(self._on_changed)
        self.setVisible(bool(fields))
        if fields:
            # Somebody may type on while the fields of another letter come.
            _hand_over(before, self.form)
        before.deleteLater()

    def typed(self) -> tuple[tuple[str, str], ...]:
        """Answer what is typed for each field that is asked for."""
        return tuple(self.form.texts().items())

    def long_field(self, code: str) -> LongTextField | None:
        """Answer a field of several lines, or None where a code has another field or none."""
        if code not in self.form.texts():
            return None
        found = self.form.field(code).input
        return found if isinstance(found, LongTextField) else None

    def texts(self) -> dict[str, str]:
        """Answer all that was typed, for a draft: proposals that nobody changed are left out."""
        self._note()
        return dict(self._typed)

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back, also into fields that are asked for later."""
        self._typed |= texts
        self.form.restore(texts)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show problems beside their fields; the first field gets the focus."""
        known = [problem for problem in problems if problem.field in self.form.texts()]
        self.form.show_problems(known)

    def hint_problems(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Show problems beside their fields while somebody types: the focus stays.

        Answers those that belong to no field here.
        """
        others = []
        for problem in problems:
            if problem.field in self.form.texts():
                self.form.field(problem.field).show_problem(say(problem))
            else:
                others.append(problem)
        return tuple(others)

    def _note(self) -> None:
        for code, text in self.form.texts().items():
            if text != self._proposed.get(code, ""):
                self._typed[code] = text
            else:
                self._typed.pop(code, None)

    def _on_changed(self) -> None:
        self.changed.emit()


def _hand_over(before: Form, after: Form) -> None:
    """Bring the keyboard from one form to the same place in another, else to its first field."""
    here = next((code for code in before.texts() if _input(before, code).hasFocus()), None)
    if here is None:
        return
    after.show()
    if here not in after.texts():
        after.focus_field(next(iter(after.texts())))
        return
    left, reached = _input(before, here), _input(after, here)
    reached.setFocus()
    if isinstance(left, LongTextField) and isinstance(reached, LongTextField):
        cursor = reached.textCursor()
        cursor.setPosition(min(left.textCursor().position(), len(reached.value())))
        reached.setTextCursor(cursor)
    elif isinstance(left, TextField) and isinstance(reached, TextField):
        reached.setCursorPosition(left.cursorPosition())


def _input(form: Form, code: str) -> QWidget:
    return as_widget(form.field(code).input)


def _long_field() -> LongTextField:
    field = LongTextField(_LINES)
    field.setMaximumHeight(length(_HIGHEST))
    return field
