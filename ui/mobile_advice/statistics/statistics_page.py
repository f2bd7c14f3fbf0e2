"""The statistics of a period, perhaps compared with another one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.statistics.naming import Naming
from app.mobile_advice.statistics.papers import statistics_paper
from app.mobile_advice.statistics.queries import advice_sheet
from app.mobile_advice.statistics.rules import (
    Compared,
    Period,
    check_periods,
    period_before,
    year_before,
)
from app.mobile_advice.statistics.telling import (
    StatLine,
    all_lines,
    remarks,
)
from app.small_numbers.actions import choose_safeguard
from resources.text import _, language, say
from ui.exchange.exports import Exports
from ui.mobile_advice.statistics.big_figures import BigFigures
from ui.mobile_advice.statistics.pages_dialog import PagesDialog
from ui.mobile_advice.statistics.period_choice import PeriodChoice
from ui.mobile_advice.statistics.safeguard_dialog import SafeguardDialog
from ui.mobile_advice.statistics.stat_columns import stat_columns
from ui.mobile_advice.statistics.tables_view import TablesView
from ui.style import spacing
from ui.views.list_page import export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import small
from ui.widgets.loading import StateStack
from ui.widgets.page import Page
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from datetime import date

    from app.errors import Refused, Unavailable
    from app.mobile_advice.statistics.queries import SheetAnswer
    from app.small_numbers.rules import Safeguard
    from ui.desk import Desk, Pending
    from ui.widgets.page import Place


class StatisticsPage(Page):
    """Small numbers are withheld; how, the office chooses here."""

    features: ClassVar[frozenset[str]] = frozenset({"advice", "tours", "codes", "areas", "admin"})

    def __init__(self, desk: Desk) -> None:
        """Build the page; nothing is asked before `refresh`."""
        super().__init__(desk)
        self.answer: SheetAnswer | None = None
        self._pending: Pending[SheetAnswer] | None = None
        self.exports = Exports(self)
        self.header = PageHeader(_("Statistics"))
        self.small_button = plain_button(_("Small numbers"), "eye_off")
        self.pages_button = plain_button(_("Pages"), "document")
        self.pages_button.setToolTip(_("Print every table, or save it as PDF"))
        self.export_button = export_button()
        self.period = PeriodChoice(self._today)
        self.compared: ChoiceField[Compared] = ChoiceField(
            [
                (Compared.NOTHING, _("Compared with nothing")),
                (Compared.BEFORE, _("Compared with as much time before")),
                (Compared.YEAR, _("Compared with the year before")),
            ]
        )
        self.compared.setAccessibleName(_("Compare the period"))
        self.overlap = small("")
        self.figures = BigFigures(
            [_("contacts"), _("people present"), _("people who are named"),
             _("contacts about nobody in particular")]
        )  # fmt: skip
        self.tables = TablesView()
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Ask for the figures of the period."""
        if self._pending is not None:
            self._pending.forget()
        period, other = self.periods()
        problems = check_periods(period.first, period.last, other)
        self.overlap.setText(" ".join(say(problem) for problem in problems))
        self.overlap.setVisible(bool(problems))
        if problems:
            return
        self.state.show_loading()
        self._pending = self.desk.ask(advice_sheet, period, other)
        self._pending.then(self._on_answer).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show the figures, or begin "export"."""
        self.refresh()
        if place.doing == "export":
            self.on_export_wanted()

    def first_focus(self) -> QWidget | None:
        """Begin at the period."""
        return self.period.kind

    def periods(self) -> tuple[Period, Period | None]:
        """Answer the period, and the one that it is compared with."""
        period, compared = self.period.value(), self.compared.value()
        if compared is Compared.BEFORE:
            return period, period_before(period)
        return period, year_before(period) if compared is Compared.YEAR else None

    def naming(self) -> Naming | None:
        """Answer what lines are called in the language of the window."""
        return None if self.answer is None else Naming(self.answer, language())

    def on_export_wanted(self) -> None:
        """Offer every table as a file."""
        naming = self.naming()
        if self.answer is None or naming is None:
            return
        rows, columns = tuple(all_lines(self.answer.sheet, naming)), stat_columns()
        offer: ExportOffer[StatLine] = ExportOffer(
            list_name="advice_statistics",
            title=_("Statistics of advice"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(columns.usual),
            fetch=given_rows(rows),
            person_of=no_person,
            is_protected=no_address,
            selection=" ".join((self.period.span_words(), *remarks(self.answer.sheet, naming))),
        )
        self.export_asked.emit(offer)

    def _arrange(self) -> None:
        for button in (self.small_button, self.pages_button, self.export_button):
            self.header.add_action(button)
        asked = QHBoxLayout()
        asked.setSpacing(spacing(12))
        asked.addWidget(self.period, 1)
        beside = QVBoxLayout()
        beside.setSpacing(spacing(4))
        beside.addWidget(self.compared)
        beside.addWidget(self.overlap)
        beside.addStretch(1)
        asked.addLayout(beside, 1)
        table = QVBoxLayout()
        table.addWidget(self.tables.which)
        table.addStretch(1)
        asked.addLayout(table, 1)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addWidget(self.figures)
        inner.addWidget(self.tables, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addLayout(asked)
        layout.addWidget(self.state, 1)

    def _connect(self) -> None:
        self.period.changed.connect(self.refresh)
        self.compared.changed.connect(self.refresh)
        self.state.retried.connect(self.refresh)
        self.small_button.clicked.connect(self._on_small_clicked)
        self.pages_button.clicked.connect(self._on_pages_clicked)
        self.export_button.clicked.connect(self.on_export_wanted)

    def _on_answer(self, answer: SheetAnswer) -> None:
        self._pending = None
        self.answer = answer
        sheet = answer.sheet
        names = ("contacts", "present", "persons", "anonymous")
        symbol = sheet.safeguard.symbol
        self.figures.show_figures(
            [_figure(getattr(sheet.overview, name), symbol) for name in names],
            []
            if sheet.before is None
            else [
                _("earlier {figure}").format(figure=_figure(getattr(sheet.before, name), symbol))
                for name in names
            ],
        )
        self.tables.show_answer(answer)
        self.state.show_content()

    def _on_small_clicked(self) -> None:
        if self.answer is not None:
            dialog = SafeguardDialog(self.desk, self.answer.sheet.safeguard, self)
            dialog.chosen.connect(self._on_safeguard_chosen)
            dialog.open()

    def _on_safeguard_chosen(self, before: Safeguard) -> None:
        self.said.emit(_("The choice holds for all statistics."), partial(self._restore, before))
        self.refresh()

    def _restore(self, before: Safeguard) -> None:
        act = self.desk.act(choose_safeguard, before)
        act.then(self._on_restored).if_refused(self._on_refused)

    def _on_restored(self, _was: Safeguard) -> None:
        self.refresh()

    def _on_pages_clicked(self) -> None:
        dialog = PagesDialog(self.desk, _("Statistics of advice"), self._ask_pages, self)
        dialog.said.connect(self._on_said)
        dialog.open()

    def _ask_pages(self) -> Pending[bytes]:
        made = self.desk.local_now, self.desk.who
        return self.desk.ask(statistics_paper, self.periods(), language(), made)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _today(self) -> date:
        return self.desk.local_now.date()


def _figure(figure: int | None, symbol: str) -> str:
    return symbol if figure is None else str(figure)
