"""A form: fields below each other or side by side, problems beside them, drafts of their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import say
from ui.style import spacing
from ui.widgets.form_field import FormField
from ui.widgets.form_row import FormRow
from ui.widgets.input import Input, OfParts, as_widget
from ui.widgets.problem_summary import ProblemSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.errors import Problem
    from ui.widgets.section import Section


class Form(QWidget):
    """Named inputs; the names are the attributes of the form's dataclass."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without fields."""
        super().__init__(parent)
        self._fields: dict[str, FormField] = {}
        self._row: FormRow | None = None
        self._kept: dict[str, str] = {}
        self._sections: dict[str, Section] = {}
        self._section: Section | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(16))
        self._summary = ProblemSummary()
        self._summary.field_wanted.connect(self.focus_field)
        self._summary.hide()
        self._layout.addWidget(self._summary)

    def add(
        self,
        name: str,
        label: str,
        field: Input,
        *,
        hint: str = "",
        optional: bool = False,
        stretch: int = 1,
    ) -> FormField:
        """Add a field; inside `add_row` it stands in the row, `stretch` parts wide."""
        part = FormField(label, field, hint=hint, optional=optional)
        part.edited.connect(self._on_edited)
        self._fields[name] = part
        self._kept[name] = field.text_value()
        if self._section is not None:
            self._sections[name] = self._section
        if self._row is not None:
            self._row.addWidget(part, stretch)
        else:
            self._into().addWidget(part)
        return part

    def begin_section(self, section: Section) -> None:
        """Put what follows into a part that opens and closes, until `end_section`."""
        self._layout.addWidget(section)
        self._section = section

    def end_section(self) -> None:
        """Put what follows below the part again."""
        self._section = None

    def begin_row(self) -> None:
        """Put the fields that follow side by side, until `end_row`."""
        self._row = FormRow()
        self._into().addLayout(self._row)

    def end_row(self) -> None:
        """Put the fields that follow below each other again."""
        self._row = None

    def add_widget(self, widget: QWidget, stretch: int = 0) -> None:
        """Add something that is no input, such as a heading or a hint."""
        (self._row or self._into()).addWidget(widget, stretch)

    def field(self, name: str) -> FormField:
        """Answer a field with its label, hint and problem."""
        return self._fields[name]

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show each problem below its field and all of them in a focused summary on top."""
        self.clear_problems()
        lines: list[tuple[str, str]] = []
        for problem in problems:
            sentence = say(problem)
            name, _dot, place = problem.field.partition(".")
            part = self._fields.get(name)
            if part is not None and place and isinstance(part.input, OfParts):
                part.input.show_part_problem(place, sentence)
            elif part is not None:
                part.show_problem(sentence)
            lines.append((name if part else "", sentence))
        self._show_summary(lines)

    def check(self) -> bool:
        """Say what cannot be understood at all, such as "31.2."; answer whether all is well."""
        self.clear_problems()
        asked = [(name, part) for name, part in self._fields.items() if not part.isHidden()]
        wrong = [(name, part) for name, part in asked if not part.check()]
        self._show_summary([(name, part.problem()) for name, part in wrong])
        return not wrong

    def clear_problems(self) -> None:
        """Take all problems away."""
        for part in self._fields.values():
            part.show_problem("")
            if isinstance(part.input, OfParts):
                part.input.clear_problems()
        self._summary.hide()

    def texts(self) -> dict[str, str]:
        """Answer what stands in each input, for a draft."""
        return {name: part.input.text_value() for name, part in self._fields.items()}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back; names that the form no longer has are left out."""
        for name, text in texts.items():
            if name in self._fields:
                self._fields[name].input.restore_text(text)

    def is_dirty(self) -> bool:
        """Answer whether something differs from what `keep` saw last."""
        return self.texts() != self._kept

    def keep(self) -> None:
        """Take what stands here as saved: the form is no longer dirty."""
        self._kept = self.texts()

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let all inputs be seen but not changed."""
        for part in self._fields.values():
            part.input.set_read_only(on)

    def focus_field(self, name: str) -> None:
        """Go to an input, opening the part that it stands in."""
        if name in self._fields:
            self.open_section(name)
            as_widget(self._fields[name].input).setFocus()

    def open_section(self, name: str) -> None:
        """Open the part of the form that a field stands in."""
        if name in self._sections:
            self._sections[name].set_open(True)

    def _into(self) -> QVBoxLayout:
        return self._section.body if self._section is not None else self._layout

    def _show_summary(self, lines: list[tuple[str, str]]) -> None:
        for name, _words in lines:
            self.open_section(name)
        labels = {name: part.label for name, part in self._fields.items()}
        self._summary.show_lines([(name, labels.get(name, ""), words) for name, words in lines])

    def _on_edited(self) -> None:
        self.changed.emit()
