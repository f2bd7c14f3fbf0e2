"""The page of volunteers: the list on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.volunteers.deletions import delete_due_proofs
from app.volunteers.queries import VolunteerList, count_due_proofs
from resources.text import _, ngettext, say
from ui.exchange.exports import Exports
from ui.views.list_page import CardPage, add_button, export_button
from ui.volunteers.volunteer_export import volunteers_offer
from ui.volunteers.volunteer_list import VolunteerListView
from ui.volunteers.volunteer_panel import VolunteerPanel
from ui.widgets.buttons import plain_button
from ui.widgets.page import Place

if TYPE_CHECKING:
    from app.errors import Refused
    from app.volunteers.queries import VolunteerRow
    from ui.desk import Desk


class VolunteersPage(CardPage):
    """Volunteers with what is required of them."""

    features: ClassVar[frozenset[str]] = frozenset({"volunteers", "expenses", "clients", "areas"})
    list: VolunteerListView
    panel: VolunteerPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = VolunteerListView(desk)
        self.panel = VolunteerPanel(desk)
        self.exports = Exports(self)
        self.export_button = export_button()
        self.delete_button = plain_button("", "bin")
        self.delete_button.setToolTip(_("Of volunteers who left: their day of deletion has come"))
        self.delete_button.clicked.connect(self._on_delete_wanted)
        self.delete_button.hide()
        self.add_button = add_button(_("New volunteer"), _("Add a volunteer (Ctrl+N)"))
        self.add_button.clicked.connect(self.on_add_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.required_button = plain_button(_("Requirements"), "key")
        self.required_button.setToolTip(_("What volunteers must prove, and until when"))
        self.required_button.clicked.connect(self._on_required_wanted)
        actions = (
            self.delete_button, self.required_button, self.export_button, self.add_button,
        )  # fmt: skip
        self.build(_("Volunteers"), *actions, search=self.list.search)

    def show_place(self, place: Place) -> None:
        """Show a volunteer by the person, or begin "new", "edit", "prove", "to_do", "export"."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.doing == "to_do":
            self.list.show_list(VolunteerList.TO_DO)
            self.split.show_list()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing == "edit":
                self.panel.edit(place.record)
            elif place.doing == "prove":
                self.panel.prove(place.record)

    def refresh(self) -> None:
        """Ask again for the list, and for lines whose day of deletion has come."""
        super().refresh()
        today = self.desk.local_now.date()
        self.desk.ask(count_due_proofs, today).then(self._on_due_counted)

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.edit_button.setFocus()

    def _on_due_counted(self, count: int) -> None:
        words = ngettext(
            "Delete {count} line that is due", "Delete {count} lines that are due", count
        )
        self.delete_button.setText(words)
        self.delete_button.setVisible(bool(count))

    def _on_delete_wanted(self) -> None:
        pending = self.desk.act(delete_due_proofs)
        pending.then(self._on_deleted).if_refused(self._on_refused)

    def _on_deleted(self, count: int) -> None:
        words = ngettext("{count} line is deleted.", "{count} lines are deleted.", count)
        self.said.emit(words, None)
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_required_wanted(self) -> None:
        self.place_wanted.emit(Place("requirements"))

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[VolunteerRow, ...]) -> None:
        chosen = self.list.views.view.columns
        self.export_asked.emit(volunteers_offer(rows, self.list.selection(), chosen))
