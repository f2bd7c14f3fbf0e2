"""Find in notes: words, contact, topic and time; Enter opens the journal at the note."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.journal.queries import note
from app.journal.queries.exporting import notes_to_export
from app.journal.queries.search import search_notes
from app.journal.rules.filters import NoteFilters
from app.journal.rules.lists import MEDIA, TOPICS
from resources.text import _, ngettext, say
from ui.codes.code_book import book, word_of
from ui.codes.code_choice import CodeChoice
from ui.journal.hits_export import hits_offer
from ui.journal.hits_view import HitsView
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.errors import Unavailable
    from app.journal.queries import NoteRow
    from app.journal.queries.exporting import FoundNotes
    from app.journal.queries.search import NoteHit, NotePage
    from ui.desk import Desk, Pending

_DAYS = (0, 7, 30, 90, 365)
"""Spans of time that are offered, in days; 0 is any time."""


class FindNotesPage(Page):
    """Asks at every key; only what the reader may read is ever found."""

    features: ClassVar[frozenset[str]] = frozenset({"journal"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; nothing is asked before something is typed."""
        super().__init__(desk, parent)
        self._pending: Pending[NotePage] | None = None
        self._before: int | None = None
        self._doing = ""
        self._is_more_coming = False
        self.back_button = quiet_button(_("More"), "back")
        self.search = SearchField(_("Words in notes"))
        self.medium = CodeChoice(MEDIA, [("", _("Every contact"))])
        self.topic: ChoiceField[str] = ChoiceField(_topics())
        self._offered = _topics()
        self.days: ChoiceField[int] = ChoiceField([(days, _span(days)) for days in _DAYS])
        self.hits = HitsView()
        self.state = StateStack(self.hits)
        self._count = small("")
        self.export_button = plain_button(_("Export"), "download")
        self.export_button.setToolTip(_("Save the found notes as Excel table, CSV or PDF"))
        self.export_button.setEnabled(False)
        self._arrange()
        self._connect()
        self._show_hint()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the topics that the office has now."""
        super().showEvent(event)
        if (offered := _topics()) != self._offered:
            self._offered, chosen = offered, self.topic.value()
            self.topic.set_options(offered)
            self.topic.set_value(chosen if chosen in dict(offered) else "")

    def show_place(self, place: Place) -> None:
        """Go to the search; with a note, lead to it or to its correction."""
        if place.record is not None:
            self._doing = place.doing
            self.desk.ask(note, place.record).then(self._on_note)
            return
        self.search.setFocus()
        self.search.selectAll()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the newest notes that fit."""
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        filters = self._filters()
        if not self.search.value().strip() and filters.is_open:
            self._show_hint()
            return
        pending = self.desk.ask(search_notes, self.search.value(), filters)
        self._pending = pending.then(self._on_found).if_unavailable(self._on_unavailable)
        self._is_more_coming = False

    def _filters(self) -> NoteFilters:
        days = self.days.value()
        since = self.desk.local_now.date() - timedelta(days=days) if days else None
        return NoteFilters(since=since, medium=self.medium.value(), topic=self.topic.value())

    def _arrange(self) -> None:
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch()
        filters = QWidget()
        row = FlowLayout(filters, spacing(8))
        for field, name in (
            (self.medium, _("Contact")),
            (self.topic, _("Topic")),
            (self.days, _("Time")),
        ):
            field.setAccessibleName(name)
            field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        header = PageHeader(_("Find in notes"))
        header.add_action(self.export_button)
        layout.addWidget(header)
        layout.addWidget(self.search)
        layout.addWidget(filters)
        layout.addWidget(self._count)
        layout.addWidget(self.state, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back)
        self.export_button.clicked.connect(self._on_export_clicked)
        self.search.typed.connect(self._on_typed)
        self.search.moved_down.connect(self.hits.setFocus)
        self.search.accepted.connect(self._on_accepted)
        for field in (self.medium, self.topic, self.days):
            field.changed.connect(self.refresh)
        self.hits.opened.connect(self._on_opened)
        self.hits.more_wanted.connect(self._on_more_wanted)
        self.state.retried.connect(self.refresh)

    def _show_hint(self) -> None:
        self._before = None
        self._count.setText("")
        self.export_button.setEnabled(False)
        sentence = _("Type words that stand in a note. The newest notes come first.")
        self.state.show_empty(EmptyState(sentence, icon="search"))

    def _on_typed(self, _text: str) -> None:
        self.refresh()

    def _on_found(self, page: NotePage) -> None:
        self._pending = None
        self._before = page.before
        self.hits.show_hits(page.hits)
        self.export_button.setEnabled(bool(page.hits))
        if page.hits:
            self.state.show_content()
            self._say_count()
        else:
            self._count.setText("")
            self.state.show_empty(EmptyState(_("No note has all of these words."), icon="search"))

    def _on_more_wanted(self) -> None:
        if self._before is None or self._is_more_coming or self._pending is not None:
            return
        self._is_more_coming = True
        more = self.desk.ask(
            search_notes, self.search.value(), self._filters(), before=self._before
        )
        self._pending = more.then(self._on_more)

    def _on_more(self, page: NotePage) -> None:
        self._pending = None
        self._is_more_coming = False
        self._before = page.before
        self.hits.hits.add_hits(page.hits)
        self._say_count()

    def _say_count(self) -> None:
        count = len(self.hits.hits.hits)
        more = ngettext(
            "The newest note is shown; more follow below.",
            "The newest {count} notes are shown; more follow below.",
            count,
        )
        whole = ngettext("{count} note", "{count} notes", count)
        self._count.setText(whole if self._before is None else more)

    def _on_accepted(self) -> None:
        if (hit := self.hits.current()) is not None and self._pending is None:
            self._on_opened(hit)

    def _on_opened(self, hit: NoteHit) -> None:
        self.place_wanted.emit(Place("clients", hit.person_id, f"journal {hit.id}"))

    def _on_export_clicked(self) -> None:
        """Offer all notes that are found, not only those that were looked at."""
        found = self.desk.ask(notes_to_export, self.search.value(), self._filters())
        found.then(self._on_export_found).if_unavailable(self._on_unavailable)

    def _on_export_found(self, found: FoundNotes) -> None:
        self.export_asked.emit(hits_offer(found.hits, found.others, self._selection(found)))

    def _selection(self, found: FoundNotes) -> str:
        """Answer in words which notes are found."""
        typed = self.search.value().strip()
        parts = [_("Search: {typed}").format(typed=typed)] if typed else []
        parts += [field.currentText() for field in (self.medium, self.topic) if field.value()]
        if self.days.value():
            parts.append(self.days.currentText())
        if found.is_cut:
            count = len(found.hits)
            parts.append(ngettext("The newest note", "The newest {count} notes", count))
        return " · ".join(parts)

    def _on_note(self, found: NoteRow | None) -> None:
        if found is None:
            self.said.emit(_("This note is no longer there."), None)
            return
        verb = "correct" if self._doing == "correct" else "journal"
        self.place_wanted.emit(Place("clients", found.person_id, f"{verb} {found.id}"))

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _topics() -> list[tuple[str, str]]:
    topics = [(one.code, word_of(one)) for one in book.codes(TOPICS)]
    return [("", _("Every topic")), *topics]


def _span(days: int) -> str:
    if not days:
        return _("Any time")
    return ngettext("The last day", "The last {count} days", days)
