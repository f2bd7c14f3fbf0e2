"""Everything that left the office, narrowed down by way, day and words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.referrals.disclosures.rules import LeftBy, RegisterFilter, RegisterRow
from app.referrals.register.queries import read_register
from resources.text import _, ngettext
from ui.referrals.disclosures.register_columns import register_columns
from ui.style import spacing
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import DateField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_field import FormField
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class RegisterList(RowList[RegisterRow]):
    """The latest first; lines of others' parts stand among them, without contents."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = register_columns()
        table = DataTable(columns.of(columns.usual), _("Register of what left the office"))
        super().__init__(desk, "disclosures", columns, table)
        self.search = SearchField(_("Find by name, recipient or colleague"))
        self.ways: FilterBar[str] = FilterBar(_ways(), _("Which way it left"))
        self.since, self.until = DateField(), DateField()
        days = FlowLayout(gap=spacing(12))
        for words, field in ((_("From"), self.since), (_("Up to"), self.until)):
            days.addWidget(FormField(words, field))
            field.changed.connect(self.on_narrowed)
        self.arrange(self.search, self.ways, days, search=self.search)
        self.ways.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[RegisterRow, ...]]:
        """Ask for everything that left."""
        return self.desk.work(read_register)

    def rows_of(self, answer: Sequence[RegisterRow]) -> Sequence[RegisterRow]:
        """Answer the lines that are wanted."""
        wanted = self.wanted_lines()
        return [row for row in answer if wanted.takes(row)]

    def wanted_lines(self) -> RegisterFilter:
        """Answer how the register is narrowed down."""
        return RegisterFilter(
            since=self.since.value(),
            until=self.until.value(),
            by=self.ways.value(),
            text=self.search.value(),
        )

    def selection(self) -> str:
        """Answer in words what is listed."""
        way = dict(_ways())[self.ways.value()]
        return " · ".join(filter(None, (way, self.search.value())))

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer the way and the days."""
        days = (("since", self.since.value()), ("until", self.until.value()))
        kept = tuple((name, day.isoformat()) for name, day in days if day is not None)
        return (("way", self.ways.value()), *kept)

    def take_filters(self, view: View) -> None:
        """Choose what a view says."""
        way = view.chosen("way") or ""
        self.ways.set_value(way if way in set(LeftBy) else "")
        for name, field in (("since", self.since), ("until", self.until)):
            text = view.chosen(name)
            field.set_value(date.fromisoformat(text) if text else None)

    def count_words(self, count: int) -> str:
        """Answer how many lines there are."""
        return ngettext("{count} line", "{count} lines", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty register says."""
        if self.wanted_lines() != RegisterFilter():
            return EmptyState(_("Nothing of this kind left the office."), icon="search")
        sentence = _("Nothing has left the office yet. Whatever does is listed here by itself.")
        return EmptyState(sentence, icon="done")


def _ways() -> list[tuple[str, str]]:
    shown = [(way.value, _(way.label)) for way in LeftBy if way is not LeftBy.PSP]
    return [("", _("All")), *shown]
