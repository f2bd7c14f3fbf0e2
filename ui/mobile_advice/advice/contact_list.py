"""Contacts of a period, the newest first; one topic alone where one is chosen."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.mobile_advice.advice.queries import list_contacts
from app.mobile_advice.advice.queries.contacts import MOST
from app.mobile_advice.advice.rows import ContactRow
from app.mobile_advice.advice.rules import TOPICS
from resources.text import _, ngettext
from ui.codes.code_choice import CodeChoice
from ui.mobile_advice.advice.contact_columns import contact_columns
from ui.mobile_advice.advice.words import topic_words
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class Span(StrEnum):
    """How far back contacts are listed."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_DAYS = {Span.TODAY: 0, Span.WEEK: 6, Span.MONTH: 29, Span.YEAR: 364}


class ContactListView(RowList[ContactRow]):
    """Records are contacts."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = contact_columns()
        table = DataTable(columns.of(columns.usual), _("Contacts"))
        super().__init__(desk, "advice", columns, table)
        self.columns = columns
        self.search = SearchField(_("Find by person, stop, district or note"))
        self.spans: FilterBar[Span] = FilterBar(list(_spans().items()), _("Which days are listed"))
        self.spans.set_value(Span.WEEK)
        self.topic = CodeChoice(TOPICS, [("", _("All topics"))])
        self.topic.setAccessibleName(_("Show the topic"))
        self.arrange(self.search, self.spans, self.topic, search=self.search)
        self.spans.chosen.connect(self.on_narrowed)
        self.topic.changed.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[ContactRow, ...]]:
        """Ask for the contacts of the days that are chosen."""
        first, last = self.days()
        topic, typed = self.topic.value(), self.search.value()
        return self.desk.ask(list_contacts, first, last, topic=topic, typed=typed)

    def days(self) -> tuple[date, date]:
        """Answer the first and the last day that is listed."""
        today = self.desk.local_now.date()
        return today - timedelta(days=_DAYS[self.spans.value()]), today

    def selection(self) -> str:
        """Answer in words what is listed."""
        typed = self.search.value()
        sought = _("Search: {typed}").format(typed=typed) if typed else ""
        topic = self.topic.value()
        told = topic_words((topic,)) if topic else ""
        return " · ".join(filter(None, (_spans()[self.spans.value()], told, sought)))

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer the days and the topic."""
        return (("span", self.spans.value().value), ("topic", self.topic.value()))

    def take_filters(self, view: View) -> None:
        """Choose the days and the topic of a view."""
        span = view.chosen("span")
        self.spans.set_value(Span(span) if span in set(Span) else Span.WEEK)
        self.topic.restore_text(view.chosen("topic"))

    def count_words(self, count: int) -> str:
        """Answer how many contacts are listed."""
        if count >= MOST:
            return _("The newest {count} contacts").format(count=count)
        return ngettext("{count} contact", "{count} contacts", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.search.value() or self.topic.value():
            return EmptyState(_("No contact of these days fits."), icon="search")
        sentence = _("Nobody was advised on these days. What you record or count stands here.")
        return EmptyState(sentence, _("Record advice"), icon="heart")


def _spans() -> dict[Span, str]:
    return {
        Span.TODAY: _("Today"),
        Span.WEEK: _("7 days"),
        Span.MONTH: _("30 days"),
        Span.YEAR: _("A year"),
    }
