"""What is asked before visits leave as a calendar file: with first names or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.rules import LONGEST_REASON
from app.visiting.calendar.exporting import CalendarWish, CalendarWords
from resources.text import _
from ui.widgets.fields import CheckField, TextField
from ui.widgets.form import Form
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.errors import Problem
    from app.visiting.calendar.rules import Span


class CalendarQuestion(Question):
    """Names stay in the office unless they are asked for; then the reason is asked too."""

    def __init__(self, parent: QWidget, title: str) -> None:
        """Ask about the days and visitors that `title` names."""
        super().__init__(
            parent,
            _("Save as calendar file"),
            _(
                "The file has the times of the visits of {title}, for the calendar of a phone or"
                " computer. It says neither who is visited nor where."
            ).format(title=title),
            _("Save file"),
        )
        self.with_names = CheckField(_("Add the first names of those who are visited"))
        self.reason = TextField(LONGEST_REASON)
        self.form = Form()
        self.form.add("with_names", "", self.with_names)
        self.form.add(
            "reason",
            _("What the names are needed for"),
            self.reason,
            hint=_("Your name, the time and this reason are kept in the office's log."),
        )
        self.body.addWidget(self.form)
        self.with_names.changed.connect(self._show_what_matters)
        self._show_what_matters()

    def wish(self, span: Span, visitor: str, area_id: UUID | None) -> CalendarWish:
        """Answer what is wanted of some days, and of a visitor or a district."""
        to = _("Visit to {name}") if self.with_names.value() else ""
        return CalendarWish(
            span.first,
            span.after,
            CalendarWords(_("Visit"), to),
            visitor,
            area_id,
            self.reason.value(),
        )

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show each problem beside its field."""
        self.form.show_problems(problems)

    def _show_what_matters(self) -> None:
        self.form.field("reason").setVisible(self.with_names.value())
