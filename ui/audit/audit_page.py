"""The audit: what was done in the office, filtered, with the way to each record."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.audit.queries import audit_page
from app.exchange.writing.rules import MOST_SHEET_ROWS
from resources.text import _, ngettext, say
from ui import formats
from ui.audit.audit_export import audit_offer
from ui.audit.audit_filter import AuditFilter
from ui.audit.audit_words import what_words, where_words, whom_words
from ui.audit.chain_view import ChainView
from ui.audit.leading import place_of
from ui.exchange.exports import Exports
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.leading_row import LeadingRow
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import Column, DataTable
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QShowEvent

    from app.audit.queries import AuditEntry, AuditPage
    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending


class AuditView(Page):
    """For administrators and data protection officers; others are told so."""

    features: ClassVar[frozenset[str]] = frozenset({"audit"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        super().__init__(desk, parent)
        self._pending: Pending[AuditPage] | None = None
        self.exports = Exports(self)
        self.back_button = quiet_button(_("More"), "back")
        self.export_button = plain_button(_("Export"), "download")
        self.open_button = plain_button(_("Open what was changed"), "forward")
        self.open_button.setEnabled(False)
        self.record_button = quiet_button(_("Everything done with it"), "filter")
        self.record_button.setToolTip(_("Show all lines about what the chosen line tells of"))
        self.record_button.setEnabled(False)
        self.filter = AuditFilter(desk)
        self.table: DataTable[AuditEntry] = DataTable(_columns(), _("Audit lines"))
        self.count = quiet("")
        self.state = StateStack(self.table)
        self.chain = ChainView(desk)
        self.tabs = Tabs(_("Audit"))
        self.tabs.addTab(self._lines(), _("What was done"))
        self.tabs.addTab(self.chain, _("Chain"))
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Ask for the newest lines that fit."""
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        pending = self.desk.ask(audit_page, self.filter.query()).then(self._on_page)
        self._pending = pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the page comes into sight."""
        super().showEvent(event)
        self.refresh()

    def export(self) -> None:
        """Offer all lines that fit, not only those that are shown."""
        pending = self.desk.ask_aside(audit_page, self.filter.query(), MOST_SHEET_ROWS)
        pending.then(self._on_all).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def open_chosen(self) -> None:
        """Lead to what the chosen line tells of."""
        entry = self.table.current_row()
        place = place_of(entry) if entry is not None else None
        if place is not None:
            self.place_wanted.emit(place)

    def show_record(self) -> None:
        """Show everything that was done with the record of the chosen line."""
        entry = self.table.current_row()
        key = _record(entry) if entry is not None else None
        if key is not None:
            self.filter.show_record(key)

    def _lines(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, spacing(12), 0, 0)
        column.setSpacing(spacing(8))
        column.addWidget(self.filter)
        column.addWidget(self.state, 1)
        column.addLayout(LeadingRow(self.count, self.record_button, self.open_button))
        return holder

    def _arrange(self) -> None:
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        header = PageHeader(
            _("Audit"), _("Who did what, and when. The lines never hold what was written.")
        )
        header.add_action(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back)
        self.export_button.clicked.connect(self.export)
        self.open_button.clicked.connect(self.open_chosen)
        self.record_button.clicked.connect(self.show_record)
        self.filter.changed.connect(self.refresh)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self.state.retried.connect(self.refresh)
        self.chain.said.connect(self.said)

    def _on_page(self, page: AuditPage) -> None:
        self._pending = None
        self.filter.offer(page.who)
        self.table.set_rows(page.rows, _key)
        self._on_row_chosen(self.table.current_row())
        self.export_button.setEnabled(bool(page.rows))
        count = len(page.rows)
        self.count.setText(
            ngettext("the newest {count} line", "the newest {count} lines", count)
            if page.has_more
            else ngettext("{count} line", "{count} lines", count)
        )
        if page.rows:
            self.state.show_content()
        else:
            self.state.show_empty(EmptyState(_("No line fits. Choose less."), icon="search"))

    def _on_all(self, page: AuditPage) -> None:
        self.export_asked.emit(audit_offer(page.rows, self._selection()))

    def _selection(self) -> str:
        query = self.filter.query()
        parts = [query.who, self.filter.feature.currentText() if query.feature else ""]
        if query.person_id is not None:
            parts.append(self.filter.person.text())
        if query.record is not None:
            parts.append(_("the record {key}").format(key=query.record))
        for day, words in ((query.since, _("from {day}")), (query.until, _("until {day}"))):
            if day is not None:
                parts.append(words.format(day=formats.show_date(day)))
        return ", ".join(filter(None, parts))

    def _on_row_chosen(self, entry: AuditEntry | None) -> None:
        self.open_button.setEnabled(entry is not None and place_of(entry) is not None)
        self.record_button.setEnabled(entry is not None and _record(entry) is not None)

    def _on_row_activated(self, _entry: AuditEntry) -> None:
        self.open_chosen()

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_refused(self, refused: Refused) -> None:
        self._pending = None
        self.export_button.setEnabled(False)
        sentence = " ".join(say(problem) for problem in refused.problems)
        self.state.show_empty(EmptyState(sentence, icon="lock"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _record(entry: AuditEntry) -> UUID | None:
    """Answer the first record that a line names."""
    return next((one.record for one in entry.records if one.record is not None), None)


def _key(entry: AuditEntry) -> object:
    return entry.id


def _columns() -> tuple[Column[AuditEntry], ...]:
    return (
        Column(_("When"), lambda row: formats.show_datetime(row.at.astimezone())),
        Column(_("Who"), lambda row: row.who),
        Column(_("What"), what_words, "stretch", quiet=where_words, strong=True, least=200),
        Column(_("About whom"), whom_words, "stretch", least=140),
    )
