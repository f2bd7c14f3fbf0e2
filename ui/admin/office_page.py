"""The office's card: name, country and letterhead, saved with the version it was opened with."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.admin.actions import save_office_card
from app.admin.queries import office_card
from app.admin.rules import OfficeValues
from resources.text import _
from ui.admin.cpr_card import CprCard
from ui.admin.letterhead_form import LetterheadFields
from ui.admin.office_numbers import no_contact_card, visited_card
from ui.admin.sub_page import SubPage
from ui.admin.weights_card import WeightsCard
from ui.letters.logo_card import LogoCard
from ui.widgets.buttons import primary_button
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.admin.queries import OfficeRow
    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class OfficePage(SubPage):
    """One form and its save button."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the form; it is filled by `refresh`."""
        super().__init__(
            _("Office and letterhead"), _("Stands at the top of every letter."), parent
        )
        self._desk = desk
        self._version = 0
        self.name = TextField()
        self.country = ChoiceField([("DE", _("Germany")), ("DK", _("Denmark"))])
        self.form = Form()
        self.form.add("name", _("Name of the office"), self.name)
        self.form.add("country", _("Country"), self.country)
        self.letterhead = LetterheadFields(self.form)
        self.save_button = primary_button(_("Save letterhead"), "save")
        self.save_button.setShortcut("Ctrl+S")
        self.save_button.clicked.connect(self.save)
        card = Card()
        card.add(self.form)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch(1)
        card.add(row)
        self.body.add(card)
        self.logo = LogoCard(desk)
        self.logo.said.connect(self.said)
        self.body.add(self.logo)
        self.numbers = (no_contact_card(desk), visited_card(desk))
        self.weights = WeightsCard(desk)
        for number in (*self.numbers, self.weights):
            number.said.connect(self.said)
            self.body.add(number)
        self.cpr = CprCard(desk)
        self.cpr.said.connect(self.said)
        self.cpr.hide()
        self.body.add(self.cpr)
        self.body.end()

    def refresh(self) -> None:
        """Ask for the card anew; what is being typed stays."""
        self.logo.refresh()
        for number in (*self.numbers, self.weights):
            number.refresh()
        self.cpr.refresh()
        if not self.form.is_dirty():
            self._desk.ask(office_card).then(self._on_found)

    def save(self) -> None:
        """Save what was typed."""
        values = OfficeValues(
            name=self.name.value(), country=self.country.value(), **self.letterhead.values()
        )
        self.save_button.setEnabled(False)
        pending = self._desk.act(save_office_card, values, self._version).then(self._on_saved)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_found(self, row: OfficeRow | None) -> None:
        if row is None:
            return
        self._version = row.version
        self.name.set_value(row.values.name)
        self.country.set_value(row.values.country)
        self.cpr.setVisible(row.values.country == "DK")
        self.letterhead.set_values(asdict(row.values))
        self.form.clear_problems()
        self.form.keep()

    def _on_saved(self, version: int) -> None:
        self._version = version
        self.form.clear_problems()
        self.form.keep()
        self.save_button.setEnabled(True)
        self.cpr.setVisible(self.country.value() == "DK")
        self.said.emit(_("Letterhead saved."))

    def _on_refused(self, error: Refused) -> None:
        self.save_button.setEnabled(True)
        self.form.show_problems(error.problems)

    def _on_unavailable(self, error: Unavailable) -> None:
        self.save_button.setEnabled(True)
        self.form.show_problems((error.problem, error.remedy))
