"""The page of all clients: the list on the left, the chosen one's card on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QMenu

from app.households.queries import relation_to_edit
from resources.text import _
from ui.clients.client_list import ClientList
from ui.clients.client_panel import ClientPanel
from ui.views.list_page import CardPage, add_button
from ui.widgets.buttons import plain_button
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.households.rows import RelationToEdit
    from ui.clients.tabs import OverviewEntry, TabEntry
    from ui.desk import Desk


class ClientsPage(CardPage):
    """Everybody whom the office knows, in whatever role."""

    features: ClassVar[frozenset[str]] = frozenset(
        {"clients", "areas", "visiting", "letters", "households"}
    )
    list: ClientList
    panel: ClientPanel

    def __init__(
        self, desk: Desk, tabs: Sequence[TabEntry] = (), cards: Sequence[OverviewEntry] = ()
    ) -> None:
        """Build the page; `tabs` and `cards` are what other features add to the card."""
        super().__init__(desk)
        self.list = ClientList(desk)
        self.panel = ClientPanel(desk, tabs, cards)
        self.import_button = plain_button(_("Import"), "upload")
        self.import_button.setToolTip(_("Add people from a CSV file, Excel table or address cards"))
        self.export_button = plain_button(_("Export"), "download")
        self.export_button.setToolTip(_("Save this list as Excel table, CSV, PDF or address cards"))
        self.request_button = plain_button(_("New request"), "task")
        self.request_button.setToolTip(_("Somebody asks for visits or advice"))
        self.add_button = add_button(_("New person"), _("Add a person (Ctrl+N)"), "person_add")
        self._fill_export_menu()
        actions = (self.import_button, self.export_button, self.request_button, self.add_button)
        for button, page in ((self.import_button, "import"), (self.request_button, "intake")):
            if not desk.offers(page):
                button.hide()
        self.build(_("People"), *actions, search=self.list.search)

    def connect_parts(self) -> None:
        """Connect the buttons, too."""
        super().connect_parts()
        self.add_button.clicked.connect(self.on_add_wanted)
        self.request_button.clicked.connect(self._on_request_wanted)
        self.import_button.clicked.connect(self._on_import_wanted)
        self.list.export_asked.connect(self.export_asked)

    def show_place(self, place: Place) -> None:
        """Show a client, or begin what the place says: "new", "edit", "note" or "relation".

        "journal ID" shows the note with an id, "correct ID" begins to correct it.
        """
        if place.doing == "new":
            self.on_add_wanted()
        elif place.doing == "export":
            self._export(place.record)
        elif place.doing == "change_relation" and place.record is not None:
            self.desk.ask(relation_to_edit, place.record).then(self._on_relation)
        elif place.record is not None:
            self.show_record(place.record)
            self.focus_card()
            self._begin(place.record, place.doing)

    def focus_card(self) -> None:
        """Give the keyboard to the tabs of the card."""
        self.panel.card.tabs.tabBar().setFocus()

    def _begin(self, record: UUID, doing: str) -> None:
        """Begin on somebody's card what a place says."""
        card = self.panel.card
        if doing == "edit":
            self.panel.edit(record)
        elif doing == "note":
            card.begin_note()
        elif " " in doing:
            verb, note_id = doing.split(" ", 1)
            card.show_note(UUID(note_id), correct=verb == "correct")
        elif doing:
            card.do(doing)

    def _on_relation(self, editing: RelationToEdit | None) -> None:
        """Go on with a relation on the card of the person it is told from."""
        if editing is None:
            self.said.emit(_("This relation no longer exists."), None)
            return
        self.show_record(editing.person_id)
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
        if self.desk.offers("letters"):
            menu.addAction(_("Letters to this list …"), self._on_letters_wanted)
        self._card_action = menu.addAction(_("The person shown …"), self._on_card_wanted)
        menu.aboutToShow.connect(self._on_export_menu_opened)
        self.export_button.setMenu(menu)

    def _on_letters_wanted(self) -> None:
        self.place_wanted.emit(self.list.selection().letters_place())

    def _on_export_menu_opened(self) -> None:
        self._card_action.setEnabled(self.panel.card.record_id is not None)

    def _on_card_wanted(self) -> None:
        if self.panel.card.record_id is not None:
            self.list.export_person(self.panel.card.record_id)

    def _on_import_wanted(self) -> None:
        self.place_wanted.emit(Place("import"))

    def _on_request_wanted(self) -> None:
        self.place_wanted.emit(Place("intake", None, "new"))
