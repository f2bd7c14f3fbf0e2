"""The cost sheet of a period: what the bus costs, who pays, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.costs.papers import cost_paper
from app.mobile_advice.costs.queries import cost_sheet
from app.mobile_advice.statistics.rules import PeriodKind
from resources.text import _, language, ngettext, say
from ui.exchange.exports import Exports
from ui.expenses.words import money_words
from ui.mobile_advice.costs.line_columns import line_columns
from ui.mobile_advice.costs.words import (
    quantity_words,
)
from ui.mobile_advice.statistics.big_figures import BigFigures
from ui.mobile_advice.statistics.pages_dialog import PagesDialog
from ui.mobile_advice.statistics.period_choice import PeriodChoice
from ui.style import row_height, spacing
from ui.views.list_page import export_button
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from datetime import date

    from app.errors import Unavailable
    from app.mobile_advice.costs.rules import CostLine, CostSheet
    from ui.desk import Desk, Pending

_LEAST_ROWS = 4
"""Rows of the table, its head among them, that are in sight in large type as well."""


class CostsPage(Page):
    """What was counted and what is expected stand apart."""

    features: ClassVar[frozenset[str]] = frozenset({"advice", "tours"})

    def __init__(self, desk: Desk) -> None:
        """Build the page; nothing is asked before `refresh`."""
        super().__init__(desk)
        self.sheet: CostSheet | None = None
        self._pending: Pending[CostSheet] | None = None
        self.exports = Exports(self)
        self.columns = line_columns()
        self.header = PageHeader(_("Costs of the bus"))
        self.pages_button = plain_button(_("Pages"), "document")
        self.pages_button.setToolTip(_("Print the financing plan, or save it as PDF"))
        self.export_button = export_button()
        self.period = PeriodChoice(self._today, PeriodKind.YEAR)
        self.figures = BigFigures(
            [_("cost"), _("paid by others"), _("own means"), _("for each contact"),
             _("for each day")]
        )  # fmt: skip
        self.counted = quiet("")
        self.table: DataTable[CostLine] = DataTable(
            self.columns.of(self.columns.usual), _("Costs and funding")
        )
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()

    def refresh(self) -> None:
        """Ask for the sheet of the period."""
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        period = self.period.value()
        self._pending = self.desk.ask(cost_sheet, period.first, period.last, self._today())
        self._pending.then(self._on_sheet).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show the sheet."""
        del place
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """Begin at the period."""
        return self.period.kind

    def _arrange(self) -> None:
        for button in (self.pages_button, self.export_button):
            self.header.add_action(button)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addWidget(self.figures)
        self.table.setMinimumHeight(row_height(2) * _LEAST_ROWS)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.counted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addWidget(self.period)
        layout.addWidget(self.state, 1)
        self.period.changed.connect(self.refresh)
        self.pages_button.clicked.connect(self._on_pages_clicked)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.state.retried.connect(self.refresh)

    def _on_sheet(self, sheet: CostSheet) -> None:
        self._pending = None
        self.sheet = sheet
        lines = (*sheet.costs, *sheet.funding)
        if not lines:
            sentence = _("No assumption holds in this period. The first is what a kilometre costs.")
            empty = EmptyState(sentence, _("Add assumption"), icon="document")
            empty.acted.connect(self._on_add_wanted)
            self.state.show_empty(empty)
            return
        self.figures.show_figures(
            [
                money_words(sheet.cost, sheet.currency),
                money_words(sheet.paid, sheet.currency),
                money_words(sheet.left, sheet.currency),
                *(
                    "–" if cents is None else money_words(cents, sheet.currency)
                    for cents in (sheet.for_each(sheet.contacts), sheet.for_each(sheet.days))
                ),
            ]
        )
        self.counted.setText(_counted(sheet))
        self.table.set_rows(lines, _key)
        self.state.show_content()

    def _on_add_wanted(self) -> None:
        self.place_wanted.emit(Place("advice_statistics", None, "new_item"))

    def _on_pages_clicked(self) -> None:
        dialog = PagesDialog(self.desk, _("Financing plan of the bus"), self._ask_pages, self)
        dialog.said.connect(self._on_said)
        dialog.open()

    def _ask_pages(self) -> Pending[bytes]:
        period = self.period.value()
        made = self.desk.local_now, self.desk.who
        return self.desk.ask(cost_paper, (period.first, period.last), language(), made)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _on_export_wanted(self) -> None:
        if self.sheet is None:
            return
        rows = (*self.sheet.costs, *self.sheet.funding)
        offer: ExportOffer[CostLine] = ExportOffer(
            list_name="advice_costs",
            title=_("Costs of the bus"),
            count=len(rows),
            columns=self.columns.for_files(),
            chosen=self.columns.chosen_for_files(
                tuple(key for key, _words in self.columns.options())
            ),
            fetch=given_rows(rows),
            person_of=no_person,
            is_protected=no_address,
            selection=f"{self.period.span_words()} · {_counted(self.sheet)}",
        )
        self.export_asked.emit(offer)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _today(self) -> date:
        return self.desk.local_now.date()


def _counted(sheet: CostSheet) -> str:
    """Answer what was counted, what is expected, and what nobody noted."""
    told = _(
        "Counted: {days} days, {kilometres} km, {hours} hours of the crew, {contacts} contacts."
    )
    counted = told.format(
        days=quantity_words(sheet.days.counted),
        kilometres=quantity_words(sheet.kilometres.counted),
        hours=quantity_words(sheet.crew_hours.counted),
        contacts=quantity_words(sheet.contacts.counted),
    )
    expected = _("Expected besides: {days} planned days with the average of the days counted.")
    parts = [counted]
    if sheet.days.expected:
        parts.append(expected.format(days=quantity_words(sheet.days.expected)))
    if sheet.days_without_kilometres:
        parts.append(
            ngettext(
                "Of {count} day nobody noted the kilometres: it counts with the average.",
                "Of {count} days nobody noted the kilometres: they count with the average.",
                sheet.days_without_kilometres,
            )
        )
    return " ".join(parts)


def _key(line: CostLine) -> object:
    return line.item.id
