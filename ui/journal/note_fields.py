"""The fields of a note: its text, and below it on demand everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.journal.rules import NoteEntry
from resources.text import _
from ui import formats
from ui.journal.note_details import NoteDetails
from ui.journal.note_edit import NoteEdit
from ui.style import length, spacing
from ui.widgets.form import Form
from ui.widgets.long_text_field import LONGEST
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from app.errors import Problem
    from ui.desk import Desk

_COUNTED_FROM = 1_000
"""Characters from which they are counted in sight."""
_LINES = 2
"""The least height of the text, in lines; it takes twice as much where there is room."""


class NoteFields(QWidget):
    """What is not opened costs nothing: the details are made when they are wanted first."""

    changed = Signal()
    details_shown = Signal(bool)

    def __init__(self, desk: Desk, label: str, parent: QWidget | None = None) -> None:
        """Begin empty, with the details out of the way; `label` stands above the text."""
        super().__init__(parent)
        self._desk = desk
        self.form = Form()
        self.text = NoteEdit(_LINES)
        self.form.add("text", label, self.text)
        self.details: NoteDetails | None = None
        self._body: ScrollBody | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(8))
        self._layout.addWidget(self.form)
        self.text.setMaximumHeight(length(20) * 2 * _LINES + length(14))
        self.form.changed.connect(self.changed)

    def are_details_shown(self) -> bool:
        """Answer whether everything about the note is in sight."""
        return self._body is not None and not self._body.isHidden()

    def show_details(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Bring everything about the note into sight, or leave the text alone."""
        if on == self.are_details_shown():
            return
        if on:
            self._made_details()
        if self._body is not None:
            self._body.setVisible(on)
        self.details_shown.emit(on)

    def set_entry(self, entry: NoteEntry, names: Sequence[tuple[UUID, str]]) -> None:
        """Show a note as it is."""
        self.text.set_value(entry.text)
        self._made_details().set_entry(entry, names)

    def entry(self, person: UUID) -> NoteEntry:
        """Answer the note about `person` as typed."""
        text = self.text.value()
        if self.details is None:
            return NoteEntry(people=(person,), text=text)
        return self.details.entry(person, text)

    def check(self) -> bool:
        """Say beside each field what cannot be understood; answer whether all is well."""
        is_good = self.form.check()
        if self.details is not None and not self.details.form.check():
            self.show_details(on=True)
            return False
        return is_good

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show each problem beside its field."""
        found = tuple(problems)
        mine = [problem for problem in found if problem.field == "text"]
        others = [problem for problem in found if problem.field != "text"]
        self.form.show_problems(mine if self.details is not None else found)
        if others and self.details is not None:
            self.show_details(on=True)
            self.details.form.show_problems(others)

    def show_trouble(self, sentence: str) -> None:
        """Show a sentence below the text."""
        self.form.field("text").show_problem(sentence)

    def clear(self) -> None:
        """Begin anew, with the details out of the way."""
        self.form.clear_problems()
        self.restore({"text": "", "details": ""})
        if self.details is not None:
            self.details.form.clear_problems()
        self.show_details(on=False)

    def texts(self) -> dict[str, str]:
        """Answer what is typed, for a draft."""
        packed = self.details.packed() if self.details is not None else ""
        return {"text": self.text.value(), "details": packed}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        if "text" in texts:
            self.text.restore_text(texts["text"])
        if texts.get("details") or (self.details is not None and "details" in texts):
            self._made_details().unpack(texts["details"])

    def summary(self) -> str:
        """Answer in one line what is said besides the text; "" when nothing is."""
        return self.details.summary() if self.details is not None else ""

    def count_words(self) -> str:
        """Answer how long a long text is; "" for a short one."""
        count = self.text.document().characterCount() - 1
        if count < _COUNTED_FROM:
            return ""
        return _("{count} of {most} characters").format(
            count=formats.show_number(count), most=formats.show_number(LONGEST)
        )

    def _made_details(self) -> NoteDetails:
        if self.details is None:
            self.details = NoteDetails(self._desk)
            self.details.changed.connect(self.changed)
            self._body = ScrollBody()
            self._body.add(self.details)
            self._body.end()
            self._body.hide()
            self._layout.addWidget(self._body, 1)
        return self.details

    def add_below(self, widget: QWidget) -> None:
        """Add something below the details that scrolls with them."""
        self._made_details()
        if self._body is not None:
            self._body.body.insertWidget(self._body.body.count() - 1, widget)
