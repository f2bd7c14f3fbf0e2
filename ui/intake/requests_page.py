"""The page of requests: who asked, who waits, what was decided, and the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget

from app.consent.queries import consent_to_edit
from app.intake.queries import RequestList
from resources.text import _
from ui.intake.figures_view import FiguresView
from ui.intake.request_export import requests_offer
from ui.intake.request_list import RequestListView
from ui.intake.request_panel import RequestPanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.buttons import plain_button
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.consent.queries import ConsentToEdit
    from app.intake.queries import RequestRow
    from ui.desk import Desk


class RequestsPage(CardPage):
    """Requests with their first talk and decision; the figures stand behind a button."""

    features: ClassVar[frozenset[str]] = frozenset({"intake", "clients", "institutions"})
    list: RequestListView
    panel: RequestPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = RequestListView(desk)
        self.panel = RequestPanel(desk)
        self.figures = FiguresView(desk)
        self._stack = QStackedWidget()
        self.export_button = export_button()
        self.figures_button = plain_button(_("Figures"), "document")
        self.add_button = add_button(_("New request"), _("Take a request (Ctrl+N)"))
        self.export_button.clicked.connect(self._on_export_wanted)
        self.figures_button.clicked.connect(self._on_figures_wanted)
        self.add_button.clicked.connect(self.on_add_wanted)
        self.figures.left.connect(self._on_figures_left)
        self.build(_("Requests"), self.export_button, self.figures_button, self.add_button)

    def below_header(self) -> QWidget:
        """Answer a stack of the list with its detail, and the figures."""
        for part in (self.split, self.figures):
            self._stack.addWidget(part)
        return self._stack

    def refresh(self) -> None:
        """Ask again for the list and what is shown; a form stays as it is typed."""
        if self._stack.currentWidget() is self.figures:
            self.figures.refresh()
        super().refresh()

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
            self.on_add_wanted()
        elif place.record is not None:
            self._begin(place.record, place.doing)

    def focus_card(self) -> None:
        """Give the keyboard to the request."""
        self.panel.card.edit_button.setFocus()

    def _begin(self, record: UUID, doing: str) -> None:
        if doing == "consent":
            self.desk.ask(consent_to_edit, None, record).then(self._on_consent)
        elif doing == "new_for":
            self.panel.edit(None, record)
            self.split.show_detail()
        else:
            self.show_record(record)
            if doing == "edit":
                self.panel.edit(record)
            elif doing == "decide":
                self.panel.decide(record)

    def _on_consent(self, editing: ConsentToEdit | None) -> None:
        if editing is not None:
            self.place_wanted.emit(Place("clients", editing.person_id, "consent"))

    def _on_figures_wanted(self) -> None:
        self.figures.refresh()
        self.header.hide()
        self._stack.setCurrentWidget(self.figures)

    def _on_figures_left(self) -> None:
        self.header.setVisible(not self.list.isHidden())
        self._stack.setCurrentWidget(self.split)

    def _on_export_wanted(self) -> None:
        """Offer the whole list as it is narrowed down, asked anew."""
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[RequestRow, ...]) -> None:
        today, chosen = self.desk.local_now.date(), self.list.views.view.columns
        self.export_asked.emit(requests_offer(rows, self.list.selection(), today, chosen))
