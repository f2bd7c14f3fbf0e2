"""The second step of an import: what each column holds, beside the first rows as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Problem
from app.importing.checking import language_tags
from app.importing.rules import TARGET_LABELS, ColumnPlan, Target, guess_targets
from app.importing.wrong_rows import reason
from resources.text import _, say
from ui.importing.import_preview import ImportPreview
from ui.importing.import_words import column_examples, column_title, table_words
from ui.style import length, spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField, Input
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import Label, quiet
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.exchange.reading import TypedTable
    from app.importing.rows import PreviewRow

_NARROWEST = 250
_MOST_IN_A_ROW = 4
_COUNTRY = "country"


class ImportColumns(QWidget):
    """Every change is seen in the preview at once; what goes on stays in sight below."""

    plan_changed = Signal()
    check_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a list."""
        super().__init__(parent)
        self.earlier = Banner("attention", "")
        self.earlier.hide()
        self.columns_card = Card(_("What the columns hold"))
        self.preview = ImportPreview()
        self.preview.row_chosen.connect(self._on_row_chosen)
        self.full_reason = Label("", "problem")
        self._languages: dict[str, str] = {}
        self._choices: list[ChoiceField[Target]] = []
        self.country = ChoiceField[str]()
        self._form = Form()
        card = Card(_("First rows as they will be stored"))
        card.add(self.preview)
        card.add(self.full_reason)
        self._body = ScrollBody()
        for part in (self.earlier, self.columns_card, card):
            self._body.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self._body, 1)
        layout.addLayout(self._buttons())

    def show_table(self, table: TypedTable, country: str) -> None:
        """Guess what the columns of a list hold; `country` is the office's."""
        self.earlier.hide()
        self._languages = language_tags()
        self._choices = [ChoiceField(_targets()) for _header in table.headers]
        self.country = ChoiceField((("DE", _("Germany")), ("DK", _("Denmark"))))
        self.country.set_value(country)
        for choice, target in zip(self._choices, guess_targets(table.headers), strict=True):
            choice.set_value(target)
        self._form = self._new_form(table)
        self._form.changed.connect(self.plan_changed)
        self.columns_card.clear()
        self.columns_card.add(quiet(table_words(table)))
        self.columns_card.add(self._form)
        self.preview.show_rows(())
        self._body.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Put the focus on the first column."""
        if self._choices:
            self._choices[0].setFocus()

    def plan(self) -> ColumnPlan:
        """Answer what is chosen for each column."""
        targets = tuple(choice.value() for choice in self._choices)
        return ColumnPlan(targets, self.country.value(), self._languages)

    def choice(self, at: int) -> ChoiceField[Target]:
        """Answer the choice for a column, from the left."""
        return self._choices[at]

    def problem(self, at: int) -> str:
        """Answer what is said below a column; "" when all is well."""
        return self._form.field(_name(at)).problem()

    def show_preview(self, rows: Sequence[PreviewRow]) -> None:
        """Show the first rows as they will be stored."""
        self._form.clear_problems()
        self.full_reason.setText("")
        self.preview.show_rows(rows)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say beside the columns, and in a focused summary, what is wrong with the choice."""
        self._form.show_problems([self._beside_column(problem) for problem in problems])
        self.preview.show_rows(())

    def remark_problems(self, problems: Iterable[Problem]) -> None:
        """Say the same while the choice is being made: the focus stays where it is."""
        self._form.clear_problems()
        self.preview.show_rows(())
        for problem in map(self._beside_column, problems):
            if problem.field:
                self._form.field(problem.field).show_problem(say(problem))
            else:
                self.full_reason.setText(say(problem))

    def show_earlier(self, sentence: str) -> None:
        """Say that this file was imported before."""
        self.earlier.set_text(sentence)
        self.earlier.show()

    def _new_form(self, table: TypedTable) -> Form:
        """Put as many columns side by side as there is room for, the country behind them."""
        form = Form()
        holder = self.parentWidget() or self
        wide = max(1, min(_MOST_IN_A_ROW, holder.width() // length(_NARROWEST)))
        fields: list[tuple[str, str, Input, str]] = [
            (_name(at), column_title(table, at), choice, column_examples(table, at))
            for at, choice in enumerate(self._choices)
        ]
        country = _("Rows without a country")
        fields.append((_COUNTRY, country, self.country, _("Where these people live.")))
        for start in range(0, len(fields), wide):
            form.begin_row()
            row = fields[start : start + wide]
            for name, label, choice, hint in row:
                form.add(name, label, choice, hint=hint)
            for _free in range(len(row), wide):
                form.add_widget(QWidget(), 1)
        form.end_row()
        return form

    def _on_row_chosen(self, row: PreviewRow | None) -> None:
        """Say the whole of what a line has no room for."""
        self.full_reason.setText(reason(row.problems) if row is not None else "")

    def _beside_column(self, problem: Problem) -> Problem:
        """Name the last column that was chosen for the target that a problem is about."""
        places = [at for at, one in enumerate(self._choices) if one.value() == problem.field]
        values = {name: _(str(value)) for name, value in problem.values.items()}
        return Problem(problem.message, _name(places[-1]) if places else "", values)

    def _buttons(self) -> FlowLayout:
        self.check_button = primary_button(_("Check all rows"), "check")
        self.check_button.clicked.connect(self.check_wanted)
        self.other_button = plain_button(_("Choose another file"))
        self.other_button.clicked.connect(self.other_wanted)
        row = FlowLayout(gap=spacing(8))
        row.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.other_button)
        row.addWidget(self.check_button)
        return row


def _targets() -> list[tuple[Target, str]]:
    return [(target, _(label)) for target, label in TARGET_LABELS.items()]


def _name(at: int) -> str:
    return f"column_{at}"
