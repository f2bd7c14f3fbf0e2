"""The way to a match: how many who asked or applied came how far, and why the others did not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.matches.queries import Side, match_funnel
from resources.text import _, say
from ui import formats
from ui.exchange.exports import Exports
from ui.matches.funnel_lines import FunnelLine, funnel_columns, funnel_lines, side_words
from ui.style import length, spacing
from ui.views.list_page import export_button
from ui.widgets.buttons import quiet_button
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person
from ui.widgets.fields import ChoiceField
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import DataTable
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from app.errors import Unavailable
    from app.matches.queries import Funnel
    from ui.desk import Desk

YEARS_BACK = 5
"""Years before this one that are offered."""
_QUARTERS = (1, 2, 3, 4)


class FunnelPage(Page):
    """Everybody is counted once, by the day of the request or application."""

    features: ClassVar[frozenset[str]] = frozenset({"matches", "volunteers", "intake"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self.funnel: Funnel | None = None
        self.back_button = quiet_button(_("Matching"), "back")
        self.export_button = export_button()
        self.exports = Exports(self)
        year = desk.local_now.year
        years = [(one, str(one)) for one in range(year, year - YEARS_BACK - 1, -1)]
        self.years: ChoiceField[int] = ChoiceField(years)
        self.years.setAccessibleName(_("Year in which they asked or applied"))
        quarters = [(0, _("Whole year"))]
        quarters += [(one, _("Quarter {number}").format(number=one)) for one in _QUARTERS]
        self.quarters: ChoiceField[int] = ChoiceField(quarters)
        self.quarters.setAccessibleName(_("Part of the year"))
        self.quarters.setMinimumWidth(length(160))
        columns = funnel_columns()
        self.tables = {
            side: DataTable(columns.of(columns.usual), side_words(side)) for side in Side
        }
        self.tabs = Tabs(_("Whose way"))
        for side, table in self.tables.items():
            self.tabs.addTab(table, side_words(side))
        self.state = StateStack(self.tabs)
        self._arrange()
        self.back_button.clicked.connect(self._on_back)
        self.export_button.clicked.connect(self._on_export_wanted)
        for field in (self.years, self.quarters):
            field.changed.connect(self.refresh)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for the time that is chosen."""
        self.state.show_loading()
        first, last = span_of(self.years.value(), self.quarters.value())
        today = self.desk.local_now.date()
        found = self.desk.ask_aside(match_funnel, first, last, today)
        found.then(self._on_found).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show the figures, or begin with "export"."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()

    def first_focus(self) -> QWidget:
        """Begin at the year."""
        return self.years

    def _arrange(self) -> None:
        header = PageHeader(
            _("Way to a match"),
            _("How many came how far, and why the others did not."),
        )
        header.add_action(self.export_button)
        back, bar = QHBoxLayout(), QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        bar.setSpacing(spacing(8))
        bar.addWidget(self.years)
        bar.addWidget(self.quarters)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addLayout(bar)
        layout.addWidget(self.state, 1)

    def _on_found(self, funnel: Funnel) -> None:
        self.funnel = funnel
        for side, table in self.tables.items():
            table.set_rows(funnel_lines(funnel, side))
        self.state.show_content()

    def _on_export_wanted(self) -> None:
        if self.funnel is None:
            return
        lines = [line for side in Side for line in funnel_lines(self.funnel, side)]
        columns = funnel_columns()
        first, last = span_of(self.years.value(), self.quarters.value())
        offer: ExportOffer[FunnelLine] = ExportOffer(
            list_name="match_funnel",
            title=_("Way to a match"),
            count=len(lines),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(columns.usual),
            fetch=given_rows(lines),
            person_of=no_person,
            is_protected=no_address,
            selection=formats.show_date_span(first, last),
        )
        self.export_asked.emit(offer)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("matches"))


def span_of(year: int, quarter: int) -> tuple[date, date]:
    """Answer the first and the last day of a year, or of one of its quarters."""
    if not quarter:
        return date(year, 1, 1), date(year, 12, 31)
    month = 3 * quarter
    return date(year, month - 2, 1), date(year, month, 30 if month in {6, 9} else 31)
