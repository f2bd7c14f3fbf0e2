"""An input of several rows, such as phone numbers: each is a small form that can be taken away."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

V = TypeVar("V")

_ID = "#"
"""The name of a row's key among its texts."""


class RowForm(Form, Generic[V]):
    """One row; its problems stand beside its fields, and the form around it sums them up.

    `row_id` is the key of what the row is about; a draft keeps it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin as something new."""
        super().__init__(parent)
        self._layout.setSpacing(spacing(8))
        self.row_id = uuid4()

    def texts(self) -> dict[str, str]:
        """Answer what stands in each input, and what the row is about."""
        return {**super().texts(), _ID: str(self.row_id)}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        with suppress(ValueError):
            self.row_id = UUID(texts.get(_ID, ""))
        super().restore(texts)

    def value(self) -> V:
        """Answer what the row says."""
        raise NotImplementedError

    def fill(self, value: V) -> None:
        """Show a value."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Go to the field that one types into first."""
        self.focus_field(next(iter(self.texts())))

    def top_of_fields(self) -> int:
        """Answer how far below the top of the row the first input begins, in pixels."""
        return self.fontMetrics().height() + spacing(6)

    def show_problem(self, name: str, sentence: str) -> None:
        """Show a sentence below one field."""
        self.field(name).show_problem(sentence)

    def _show_summary(self, lines: list[tuple[str, str]]) -> None:
        del lines


class RowsField(QWidget, Generic[V]):
    """Rows below each other and a button that adds one; its value is a tuple."""

    changed = Signal()

    def __init__(
        self, make: Callable[[], RowForm[V]], add: str, remove: str, parent: QWidget | None = None
    ) -> None:
        """Begin without rows; `add` and `remove` are the words of the two buttons."""
        super().__init__(parent)
        self._make, self._remove_words = make, remove
        self.rows: list[RowForm[V]] = []
        self._holders: list[QWidget] = []
        self.add_button = quiet_button(add, "add")
        self.add_button.clicked.connect(self._on_add_wanted)
        self._list = QVBoxLayout()
        self._list.setSpacing(spacing(20))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(self._list)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch()
        layout.addLayout(line)
        self.setFocusProxy(self.add_button)

    def value(self) -> tuple[V, ...]:
        """Answer what the rows say, from top to bottom."""
        return tuple(row.value() for row in self.rows)

    def set_value(self, values: tuple[V, ...]) -> None:
        """Show other rows."""
        self._set_count(len(values))
        for row, value in zip(self.rows, values, strict=True):
            row.fill(value)
        self.changed.emit()

    def text_value(self) -> str:
        """Answer the texts of all rows, for a draft."""
        return json.dumps([row.texts() for row in self.rows], ensure_ascii=True)

    def restore_text(self, text: str) -> None:
        """Put a draft back; what is no draft of rows is left out."""
        texts = _rows_of(text)
        self._set_count(len(texts))
        for row, kept in zip(self.rows, texts, strict=True):
            row.restore(kept)
        self.changed.emit()

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the rows be seen only."""
        self.setEnabled(not on)

    def is_valid(self) -> bool:
        """Answer whether everything typed in the rows can be understood."""
        return not self.trouble()

    def trouble(self) -> str:
        """Say beside the fields what cannot be understood; answer a sentence when there is."""
        wrong = [row for row in self.rows if not row.check()]
        return _("Please look at the marked field.") if wrong else ""

    def show_part_problem(self, place: str, sentence: str) -> None:
        """Show a problem within a row: `place` is "2.value", rows counted from 0."""
        at, _dot, name = place.partition(".")
        self.rows[int(at)].show_problem(name, sentence)

    def clear_problems(self) -> None:
        """Take the problems of all rows away."""
        for row in self.rows:
            row.clear_problems()

    def add_row(self) -> RowForm[V]:
        """Add an empty row and answer it."""
        row = self._make()
        row.changed.connect(self.changed)
        self.rows.append(row)
        holder = self._holder(row)
        self._holders.append(holder)
        self._list.addWidget(holder)
        holder.show()
        return row

    def _holder(self, row: RowForm[V]) -> QWidget:
        holder = QWidget(self)
        take_away = icon_button("close", self._remove_words)
        take_away.clicked.connect(self._on_remove_wanted)
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(row, 1)
        beside = QVBoxLayout()
        beside.addSpacing(row.top_of_fields())
        beside.addWidget(take_away)
        beside.addStretch()
        layout.addLayout(beside)
        return holder

    def _set_count(self, count: int) -> None:
        while len(self.rows) > count:
            self._take(len(self.rows) - 1)
        while len(self.rows) < count:
            self.add_row()

    def _take(self, at: int) -> None:
        self.rows.pop(at)
        holder = self._holders.pop(at)
        self._list.removeWidget(holder)
        holder.hide()
        holder.deleteLater()

    def _on_add_wanted(self) -> None:
        row = self.add_row()
        self.changed.emit()
        row.focus_first()

    def _on_remove_wanted(self) -> None:
        button: Any = self.sender()
        at = next(at for at, holder in enumerate(self._holders) if holder.isAncestorOf(button))
        self._take(at)
        self.changed.emit()
        self.add_button.setFocus()


def _rows_of(text: str) -> list[Mapping[str, str]]:
    try:
        rows = json.loads(text)
    except ValueError:
        return []
    kept = rows if isinstance(rows, list) else []
    return [{str(n): str(t) for n, t in row.items()} for row in kept if isinstance(row, dict)]
