"""The page of institutions: the list on the left, the chosen one's card on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.institutions.institution_export import institutions_offer
from ui.institutions.institution_list import InstitutionList
from ui.institutions.institution_panel import InstitutionPanel
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.list_detail import ListDetail
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.institutions.queries.exporting import ListedInstitution
    from ui.desk import Desk


class InstitutionsPage(Page):
    """Ctrl+N adds an institution, F2 changes it, / and Ctrl+F go to the search."""

    features: ClassVar[frozenset[str]] = frozenset({"institutions", "areas", "clients"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self.list = InstitutionList(desk)
        self.panel = InstitutionPanel(desk)
        self.split = ListDetail(self.list, self.panel)
        self.add_button = plain_button(_("New institution"), "add")
        self.add_button.setToolTip(_("Add an institution (Ctrl+N)"))
        self._header = PageHeader(_("Institutions"))
        self.export_button = plain_button(_("Export"), "download")
        self.export_button.setToolTip(_("Save this list as Excel table, CSV or PDF"))
        self._header.add_action(self.export_button)
        self._header.add_action(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self._header)
        layout.addWidget(self.split, 1)
        self._connect()
        for keys, slot in (
            ("Ctrl+N", self._on_add_wanted),
            ("F2", self._on_edit_wanted),
            ("Ctrl+F", self._on_search_wanted),
            ("/", self._on_search_wanted),
        ):
            self._listen(keys, slot)

    def refresh(self) -> None:
        """Ask again for the list and the card; a form stays as it is typed."""
        self.list.refresh()
        self.panel.refresh()

    def show_place(self, place: Place) -> None:
        """Show an institution, or begin "new", "edit", "new_contact", "contact" or "export"."""
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "new":
            self._on_add_wanted()
        elif place.record is not None and place.doing == "contact":
            self.panel.edit_contact(None, place.record)
            self.split.show_detail()
        elif place.record is not None:
            self._show(place.record)
            self.list.show_institution(place.record)
            if place.doing == "edit":
                self.panel.edit(place.record)
            elif place.doing == "new_contact":
                self.panel.edit_contact(place.record, None)

    def flush(self) -> None:
        """Save drafts at once."""
        self.panel.flush()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.split.list_shown.connect(self._header.setVisible)
        self.list.chosen.connect(self._on_chosen)
        self.list.clicked.connect(self._on_clicked)
        self.list.opened.connect(self._on_opened)
        self.list.add_wanted.connect(self._on_add_wanted)
        self.panel.place_wanted.connect(self.place_wanted)
        self.panel.said.connect(self.said)
        self.panel.saved_state.connect(self.saved_state)
        self.panel.saved.connect(self.list.show_institution)
        self.panel.left.connect(self._on_form_left)

    def _listen(self, keys: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _show(self, institution_id: UUID) -> None:
        self.panel.show_institution(institution_id)
        self.split.show_detail()

    def _on_chosen(self, institution_id: UUID) -> None:
        shown = self.panel.currentWidget() is self.panel.card
        if not shown or institution_id != self.panel.card.institution_id:
            self.panel.show_institution(institution_id)

    def _on_clicked(self, institution_id: UUID) -> None:
        self._on_chosen(institution_id)
        self.split.show_detail()

    def _on_opened(self, institution_id: UUID) -> None:
        """Lead the keyboard into the card."""
        self._on_clicked(institution_id)
        self.panel.card.edit_button.setFocus()

    def _on_add_wanted(self) -> None:
        self.panel.edit(None)
        self.split.show_detail()

    def _on_export_wanted(self) -> None:
        self.list.ask_all().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[ListedInstitution, ...]) -> None:
        self.export_asked.emit(institutions_offer(rows, self.list.selection()))

    def _on_edit_wanted(self) -> None:
        if self.panel.currentWidget() is self.panel.card:
            self.panel.edit(self.panel.card.institution_id)

    def _on_search_wanted(self) -> None:
        self.split.show_list()
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _on_form_left(self) -> None:
        if not self.split.is_wide() and self.panel.currentWidget() is not self.panel.card:
            self.split.show_list()
        self.list.table.setFocus()
