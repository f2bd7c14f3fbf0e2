"""The page of all clients: the list on the left, the chosen one's card on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.households.queries import relation_to_edit
from resources.text import _
from ui.clients.client_list import ClientList
from ui.clients.client_panel import ClientPanel
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.list_detail import ListDetail
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.households.rows import RelationToEdit
    from ui.clients.tabs import OverviewEntry, TabEntry
    from ui.desk import Desk


class ClientsPage(Page):
    """Ctrl+N adds a client, F2 changes the card, / and Ctrl+F go to the search."""

    features: ClassVar[frozenset[str]] = frozenset(
        {"clients", "areas", "visiting", "letters", "households"}
    )

    def __init__(
        self,
        desk: Desk,
        tabs: Sequence[TabEntry] = (),
        cards: Sequence[OverviewEntry] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Build the page; `tabs` and `cards` are what other features add to the card."""
        super().__init__(desk, parent)
        self.list = ClientList(desk)
        self.panel = ClientPanel(desk, tabs, cards)
        self.split = ListDetail(self.list, self.panel)
        self.add_button = plain_button(_("New person"), "person_add")
        self.import_button = plain_button(_("Import"), "upload")
        self.import_button.setToolTip(_("Add people from a CSV file, Excel table or address cards"))
        self.export_button = plain_button(_("Export"), "download")
        self.export_button.setToolTip(_("Save this list as Excel table, CSV, PDF or address cards"))
        self.add_button.setToolTip(_("Add a person (Ctrl+N)"))
        self._header = PageHeader(_("People"))
        self._header.add_action(self.import_button)
        self._header.add_action(self.export_button)
        self.request_button = plain_button(_("New request"), "task")
        self.request_button.setToolTip(_("Somebody asks for visits or advice"))
        self._header.add_action(self.request_button)
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
        """Show a client, or begin what the place says: "new", "edit", "note" or "relation".

        "journal ID" shows the note with an id, "correct ID" begins to correct it.
        """
        if place.doing == "new":
            self._on_add_wanted()
        elif place.doing == "export":
            self._export(place.record)
        elif place.doing == "change_relation" and place.record is not None:
            self.desk.ask(relation_to_edit, place.record).then(self._on_relation)
        elif place.record is not None:
            self._show(place.record)
            self.list.show_client(place.record)
            self.panel.card.tabs.tabBar().setFocus()
            if place.doing == "edit":
                self.panel.edit(place.record)
            elif place.doing == "note":
                self.panel.begin_note()
            elif place.doing == "relation":
                self.panel.card.do("relation")
            elif " " in place.doing:
                verb, note_id = place.doing.split(" ", 1)
                self.panel.show_note(UUID(note_id), correct=verb == "correct")
            elif place.doing:
                self.panel.card.do(place.doing)

    def flush(self) -> None:
        """Save drafts at once."""
        self.panel.flush()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add_wanted)
        self.request_button.clicked.connect(self._on_request_wanted)
        self.import_button.clicked.connect(self._on_import_wanted)
        self._fill_export_menu()
        self.list.export_asked.connect(self.export_asked)
        self.list.views.said.connect(self.said)
        # A card or form has the whole of a narrow page, like every other detail.
        self.split.list_shown.connect(self._header.setVisible)
        self.list.client_chosen.connect(self._on_client_chosen)
        self.list.client_clicked.connect(self._on_client_clicked)
        self.list.client_opened.connect(self._on_client_opened)
        self.list.add_wanted.connect(self._on_add_wanted)
        self.panel.place_wanted.connect(self.place_wanted)
        self.panel.said.connect(self.said)
        self.panel.saved_state.connect(self.saved_state)
        self.panel.saved.connect(self._on_saved)
        self.panel.left.connect(self._on_form_left)

    def _on_relation(self, editing: RelationToEdit | None) -> None:
        """Go on with a relation on the card of the person it is told from."""
        if editing is None:
            self.said.emit(_("This relation no longer exists."), None)
            return
        self._show(editing.person_id)
        self.list.show_client(editing.person_id)
        self.panel.card.do("change_relation", editing.id)

    def _export(self, client_id: UUID | None) -> None:
        """Offer one person, or the list."""
        if client_id is None:
            self.list.export()
        else:
            self.list.export_person(client_id)

    def _fill_export_menu(self) -> None:
        menu = QMenu(self.export_button)
        menu.addAction(_("This list …"), self.list.export)
        menu.addAction(_("Letters to this list …"), self._on_letters_wanted)
        self._card_action = menu.addAction(_("The person shown …"), self._on_card_wanted)
        menu.aboutToShow.connect(self._on_export_menu_opened)
        self.export_button.setMenu(menu)

    def _on_letters_wanted(self) -> None:
        self.place_wanted.emit(self.list.selection().letters_place())

    def _on_export_menu_opened(self) -> None:
        self._card_action.setEnabled(self.panel.card.client_id is not None)

    def _on_card_wanted(self) -> None:
        if self.panel.card.client_id is not None:
            self.list.export_person(self.panel.card.client_id)

    def _listen(self, keys: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _show(self, client_id: UUID) -> None:
        self.panel.show_client(client_id)
        self.split.show_detail()

    def _on_client_chosen(self, client_id: UUID) -> None:
        shown = self.panel.currentWidget() is self.panel.card
        if not shown or client_id != self.panel.card.client_id:
            self.panel.show_client(client_id)

    def _on_client_clicked(self, client_id: UUID) -> None:
        self._on_client_chosen(client_id)
        self.split.show_detail()

    def _on_client_opened(self, client_id: UUID) -> None:
        """Lead the keyboard into the card."""
        self._on_client_clicked(client_id)
        self.panel.card.tabs.tabBar().setFocus()

    def _on_import_wanted(self) -> None:
        self.place_wanted.emit(Place("import"))

    def _on_add_wanted(self) -> None:
        self.panel.add()
        self.split.show_detail()

    def _on_request_wanted(self) -> None:
        self.place_wanted.emit(Place("intake", None, "new"))

    def _on_edit_wanted(self) -> None:
        if self.panel.currentWidget() is self.panel.card:
            self.panel.edit(self.panel.card.client_id)

    def _on_search_wanted(self) -> None:
        self.split.show_list()
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _on_saved(self, client_id: UUID) -> None:
        self.list.show_client(client_id)

    def _on_form_left(self) -> None:
        if not self.split.is_wide() and self.panel.currentWidget() is not self.panel.card:
            self.split.show_list()
        self.list.table.setFocus()
