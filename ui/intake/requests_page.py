"""The page of requests: who asked, who waits, what was decided, and the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.consent.queries import consent_to_edit
from app.intake.queries import RequestList
from resources.text import _
from ui.intake.figures_view import FiguresView
from ui.intake.request_export import requests_offer
from ui.intake.request_list import RequestListView
from ui.intake.request_panel import RequestPanel
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.list_detail import ListDetail
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.consent.queries import ConsentToEdit
    from app.intake.queries import RequestRow
    from ui.desk import Desk


class RequestsPage(Page):
    """Ctrl+N takes a request, F2 goes on with the one that is shown."""

    features: ClassVar[frozenset[str]] = frozenset({"intake", "clients", "institutions"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self.list = RequestListView(desk)
        self.panel = RequestPanel(desk)
        self.split = ListDetail(self.list, self.panel)
        self.figures = FiguresView(desk)
        self._stack = QStackedWidget()
        for part in (self.split, self.figures):
            self._stack.addWidget(part)
        self.figures_button = plain_button(_("Figures"), "document")
        self.add_button = plain_button(_("New request"), "add")
        self.add_button.setToolTip(_("Take a request (Ctrl+N)"))
        self._header = PageHeader(_("Requests"))
        self.export_button = plain_button(_("Export"), "download")
        self._header.add_action(self.export_button)
        self._header.add_action(self.figures_button)
        self._header.add_action(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self._header)
        layout.addWidget(self._stack, 1)
        self._connect()
        self._listen("Ctrl+N", self._on_add_wanted)
        self._listen("F2", self._on_edit_wanted)

    def refresh(self) -> None:
        """Ask again for the list and what is shown; a form stays as it is typed."""
        if self._stack.currentWidget() is self.figures:
            self.figures.refresh()
        self.list.refresh()
        self.panel.refresh()

    def show_place(self, place: Place) -> None:
        """Show a request, a list ("waiting"), or begin what the place says.

        "export" offers the list that is shown as a file; "new" takes a request, "new_for" one
        of the person with an id; "edit" and "decide" open the forms of a request; "consent"
        leads to the person who gave the answer with an id.
        """
        if place.doing != "figures":
            self._on_figures_left()
        if place.doing == "waiting":
            self.list.show_list(RequestList.WAITING)
            self.split.show_list()
        elif place.doing == "figures":
            self._on_figures_wanted()
        elif place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "new":
            self._on_add_wanted()
        elif place.record is not None:
            self._show_record(place.record, place.doing)

    def flush(self) -> None:
        """Save drafts at once."""
        self.panel.flush()

    def _show_record(self, record: UUID, doing: str) -> None:
        if doing == "consent":
            self.desk.ask(consent_to_edit, None, record).then(self._on_consent)
            return
        if doing == "new_for":
            self.panel.edit(None, record)
        elif doing == "edit":
            self.panel.show_request(record)
            self.panel.edit(record)
        elif doing == "decide":
            self.panel.show_request(record)
            self.panel.decide(record)
        else:
            self.panel.show_request(record)
        self.list.show_request(record)
        self.split.show_detail()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add_wanted)
        self.figures_button.clicked.connect(self._on_figures_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.figures.left.connect(self._on_figures_left)
        self.split.list_shown.connect(self._header.setVisible)
        self.list.chosen.connect(self._on_chosen)
        self.list.clicked.connect(self._on_clicked)
        self.list.opened.connect(self._on_opened)
        self.list.add_wanted.connect(self._on_add_wanted)
        self.panel.place_wanted.connect(self.place_wanted)
        self.panel.said.connect(self.said)
        self.panel.saved_state.connect(self.saved_state)
        self.panel.saved.connect(self.list.show_request)
        self.panel.left.connect(self._on_form_left)

    def _listen(self, keys: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _on_consent(self, editing: ConsentToEdit | None) -> None:
        if editing is not None:
            self.place_wanted.emit(Place("clients", editing.person_id, "consent"))

    def _on_chosen(self, request_id: UUID) -> None:
        shown = self.panel.currentWidget() is self.panel.card
        if not shown or request_id != self.panel.card.request_id:
            self.panel.show_request(request_id)

    def _on_clicked(self, request_id: UUID) -> None:
        self._on_chosen(request_id)
        self.split.show_detail()

    def _on_opened(self, request_id: UUID) -> None:
        """Lead the keyboard into the request."""
        self._on_clicked(request_id)
        self.panel.card.edit_button.setFocus()

    def _on_add_wanted(self) -> None:
        self.panel.edit(None)
        self.split.show_detail()

    def _on_figures_wanted(self) -> None:
        self.figures.refresh()
        self._header.hide()
        self._stack.setCurrentWidget(self.figures)

    def _on_export_wanted(self) -> None:
        """Offer the whole list as it is narrowed down, asked anew."""
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[RequestRow, ...]) -> None:
        today = self.desk.local_now.date()
        self.export_asked.emit(requests_offer(rows, self.list.selection(), today))

    def _on_figures_left(self) -> None:
        self._header.setVisible(not self.list.isHidden())
        self._stack.setCurrentWidget(self.split)

    def _on_edit_wanted(self) -> None:
        if self.panel.currentWidget() is self.panel.card:
            self.panel.edit(self.panel.card.request_id)

    def _on_form_left(self) -> None:
        if not self.split.is_wide() and self.panel.currentWidget() is not self.panel.card:
            self.split.show_list()
        self.list.table.setFocus()
