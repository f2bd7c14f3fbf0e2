"""Who seems to live together: people of one address, to be put together or left apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID, uuid4

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.households.actions import live_together, refuse_household
from app.households.queries import household_proposals
from resources.text import _, ngettext, say
from ui.households.undoing import RefusalSaid
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.households.rows import LikelyHousehold
    from ui.desk import Desk


class HouseholdsPage(Page):
    """Enter opens the card of the first; the buttons answer for the row that is chosen."""

    features: ClassVar[frozenset[str]] = frozenset({"clients", "households"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; nothing is asked before `refresh`."""
        super().__init__(desk, parent)
        self.back_button = quiet_button(_("More"), "back")
        self.back_button.clicked.connect(self._on_back)
        self.count = small("")
        columns = [Column(_("Same address"), _names, width="stretch", quiet=_address)]
        self.table: DataTable[LikelyHousehold] = DataTable(columns, _("Likely households"))
        self.state = StateStack(self.table)
        self.together_button = primary_button(_("One household"), "check")
        self.apart_button = plain_button(_("Not one household"))
        self.open_button = plain_button(_("Open card"), "person")
        self._arrange()
        self._connect()
        self._on_row_chosen(None)

    def refresh(self) -> None:
        """Ask again who seems to live together."""
        self.state.show_loading()
        asked = self.desk.ask(household_proposals, self.desk.local_now.date())
        asked.then(self._on_found).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show the list."""
        del place
        self.refresh()

    def _arrange(self) -> None:
        line = FlowLayout(gap=spacing(8))
        for button in (self.together_button, self.apart_button, self.open_button):
            line.addWidget(button)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        told = _("People of one address who are in no household together yet.")
        layout.addWidget(PageHeader(_("Likely households"), told))
        layout.addWidget(self.count)
        layout.addWidget(self.state, 1)
        layout.addLayout(line)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_opened)
        self.together_button.clicked.connect(self._on_together)
        self.apart_button.clicked.connect(self._on_apart)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.state.retried.connect(self.refresh)

    def _on_found(self, proposals: tuple[LikelyHousehold, ...]) -> None:
        self.table.set_rows(proposals, _key)
        words = ngettext("{count} likely household", "{count} likely households", len(proposals))
        self.count.setText(words)
        if not proposals:
            sentence = _("Nobody else seems to live together.")
            self.state.show_empty(EmptyState(sentence, icon="home"))
            self._on_row_chosen(None)
            return
        self.state.show_content()
        if self.table.current_row() is None:
            self.table.choose_first()

    def _on_row_chosen(self, row: LikelyHousehold | None) -> None:
        for button in (self.together_button, self.apart_button, self.open_button):
            button.setEnabled(row is not None)

    def _on_together(self) -> None:
        row = self.table.current_row()
        if row is not None:
            people = tuple(one.person_id for one in row.members)
            done = self.desk.act(live_together, uuid4(), people)
            done.then(self._on_joined).if_refused(self._on_refused)

    def _on_joined(self, _household_id: UUID) -> None:
        self.said.emit(_("They are one household now."), None)

    def _on_apart(self) -> None:
        row = self.table.current_row()
        if row is not None:
            first, *others = (one.person_id for one in row.members)
            said = RefusalSaid(self.desk, self.said, self)
            done = self.desk.act(refuse_household, uuid4(), first, tuple(others))
            done.then(said.on_done)

    def _on_open_clicked(self) -> None:
        self._on_opened(self.table.current_row())

    def _on_opened(self, row: LikelyHousehold | None) -> None:
        if row is not None:
            self.place_wanted.emit(Place("clients", row.members[0].person_id))

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _names(row: LikelyHousehold) -> str:
    return ", ".join(one.name for one in row.members)


def _address(row: LikelyHousehold) -> str:
    return row.address


def _key(row: LikelyHousehold) -> str:
    return "".join(one.person_id.hex for one in row.members)
