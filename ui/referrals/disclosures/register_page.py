"""The tab of the register: what left the office, to whom, when, why and on what basis."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.register.actions import person_register
from app.referrals.register.queries import may_leave_in_a_list
from resources.text import _, language, say
from ui.exchange.exports import Exports
from ui.letters.letter_exits import LetterExits
from ui.referrals.disclosures.register_columns import register_columns
from ui.referrals.disclosures.register_list import RegisterList
from ui.style import spacing
from ui.views.list_page import export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows, no_address
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused
    from app.referrals.disclosures.rules import RegisterRow
    from ui.desk import Desk


class RegisterPage(Page):
    """Enter on a line leads to the person; one button makes the paper for that person."""

    features: ClassVar[frozenset[str]] = frozenset(
        {"consent", "privacy", "referrals", "letters", "exchange", "access"}
    )

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = RegisterList(desk)
        self.exports = Exports(self)
        self.exits = LetterExits(desk, self)
        self._name = ""
        self.export_button = export_button()
        self.paper_button = plain_button(_("Register of this person"), "document")
        self.paper_button.setToolTip(_("Save everything that left about the person as PDF"))
        self.paper_button.setEnabled(False)
        header = PageHeader(_("Register of what left the office"))
        for button in (self.paper_button, self.export_button):
            header.add_action(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(header)
        layout.addWidget(self.list, 1)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.paper_button.clicked.connect(self._on_paper_wanted)
        self.exits.said.connect(self._on_said)
        self.list.views.said.connect(self.said)
        self.list.chosen.connect(self._on_chosen)
        self.list.clicked.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)

    def refresh(self) -> None:
        """Ask again for the lines."""
        self.list.refresh()

    def show_place(self, place: Place) -> None:
        """Show the register, or offer it as a file."""
        self.refresh()
        if place.doing == "export":
            self._on_export_wanted()

    def first_focus(self) -> QWidget | None:
        """Begin at the rows."""
        return self.list.table

    def chosen_row(self) -> RegisterRow | None:
        """Answer the line that is chosen."""
        return self.list.table.current_row()

    def _on_chosen(self, _record: UUID) -> None:
        row = self.chosen_row()
        self.paper_button.setEnabled(row is not None and row.person_id is not None)

    def _on_opened(self, _record: UUID) -> None:
        row = self.chosen_row()
        if row is not None and row.person_id is not None:
            self.place_wanted.emit(Place("clients", row.person_id))

    def _on_paper_wanted(self) -> None:
        row = self.chosen_row()
        if row is None or row.person_id is None:
            return
        self._name = row.name
        pending = self.desk.act(person_register, row.person_id, language())
        pending.then(self._on_paper).if_refused(self._on_refused)

    def _on_paper(self, pdf: bytes) -> None:
        name = _("Register of {name}").format(name=self._name)
        self.exits.save_letter(pdf, f"{name}.pdf")

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[RegisterRow, ...]) -> None:
        shown = tuple(row for row in self.list.rows_of(rows) if may_leave_in_a_list(row))
        columns = register_columns()
        offer: ExportOffer[RegisterRow] = ExportOffer(
            list_name="consent",
            title=_("Register of what left the office"),
            count=len(shown),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(shown),
            person_of=_person_of,
            is_protected=no_address,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)


def _person_of(row: RegisterRow) -> UUID | None:
    return row.person_id
