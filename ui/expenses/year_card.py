"""On the volunteer's panel: a year of hours and money, what follows, and letters about it."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.expenses.actions import note_hours, remove_hours
from app.expenses.queries import year_of
from app.expenses.rules import HoursDetails
from resources.text import _, say
from ui import formats
from ui.expenses.period_question import PeriodQuestion
from ui.expenses.remarks_card import RemarksCard
from ui.expenses.words import hours_words
from ui.style import spacing
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet, small
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.expenses.queries import HoursRow, LetterOfPeriod, VolunteerYear
    from ui.desk import Desk, Pending

YEARS = 3
"""Years that can be looked at, the present one first."""


class YearCard(QWidget):
    """Asks for itself; the panel only says about whom."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self.desk = desk
        self.year: VolunteerYear | None = None
        self._person_id: UUID | None = None
        self._undo: partial[None] | None = None
        self._pending: Pending[VolunteerYear | None] | None = None
        this = desk.local_now.year
        self.years = ChoiceField([(str(this - ago), str(this - ago)) for ago in range(YEARS)])
        self.years.setAccessibleName(_("Year of hours and expenses"))
        self.sums = RemarksCard(_("Hours and expenses"))
        self.typed = Card(_("Hours beside visits"))
        self.claim_button = quiet_button(_("New claim"), "add")
        self.hours_button = quiet_button(_("Note hours"), "clock")
        self.certificate_button = quiet_button(_("Hours certificate"), "letters")
        self.voucher_button = quiet_button(_("Driving voucher"), "letters")
        self._arrange()
        self.years.changed.connect(self.refresh)
        self.claim_button.clicked.connect(self._on_claim_clicked)
        self.hours_button.clicked.connect(self._on_hours_clicked)
        self.certificate_button.clicked.connect(self._on_certificate_clicked)
        self.voucher_button.clicked.connect(self._on_voucher_clicked)

    def show_person(self, person_id: UUID) -> None:
        """Show the year of a volunteer."""
        self._person_id = person_id
        self.refresh()

    def refresh(self) -> None:
        """Ask again for the year that is chosen."""
        if self._person_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self._pending = self.desk.ask(year_of, self._person_id, int(self.years.value()))
        self._pending.then(self._on_year).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        buttons = FlowLayout(gap=spacing(8))
        for part in (
            self.years, self.claim_button, self.hours_button,
            self.certificate_button, self.voucher_button,
        ):  # fmt: skip
            buttons.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.sums)
        layout.addLayout(buttons)
        layout.addWidget(self.typed)
        self.voucher_button.hide()
        self.typed.hide()

    def _on_year(self, year: VolunteerYear | None) -> None:
        self._pending = None
        self.year = year
        self.setVisible(year is not None)
        if year is None:
            return
        self.sums.show_year(year)
        self.voucher_button.setVisible(year.country == "DK")
        self.typed.clear()
        self.typed.setVisible(bool(year.sums.typed))
        for row in year.sums.typed:
            self.typed.add(self._line(row))

    def _line(self, row: HoursRow) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(quiet(f"{formats.show_day(row.day)} · {hours_words(row.minutes)}"))
        words.addWidget(small(row.activity))
        layout.addLayout(words, 1)
        name = _("Delete the hours of {day}").format(day=formats.show_day(row.day))
        remove = icon_button("bin", name)
        remove.setProperty("hours", row)
        remove.clicked.connect(self._on_remove_clicked)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_claim_clicked(self) -> None:
        self.place_wanted.emit(Place("expenses", self._person_id, "new"))

    def _on_hours_clicked(self) -> None:
        self.place_wanted.emit(Place("expenses", self._person_id, "hours"))

    def _on_certificate_clicked(self) -> None:
        self._ask_period("hours_certificate")

    def _on_voucher_clicked(self) -> None:
        self._ask_period("driving_voucher")

    def _ask_period(self, template: str) -> None:
        if self._person_id is None:
            return
        first = date(int(self.years.value()), 1, 1)
        asked = PeriodQuestion(self.desk, self.window(), self._person_id, template, first)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.begun.connect(self._on_letter_begun)
        asked.open()

    def _on_letter_begun(self, letter: LetterOfPeriod) -> None:
        typed = json.dumps(dict(letter.typed), ensure_ascii=False)
        doing = f"compose {letter.template} {typed}"
        self.place_wanted.emit(Place("letters", letter.person_id, doing))

    def _on_remove_clicked(self) -> None:
        row: HoursRow = self.sender().property("hours")
        self._undo = partial(self._bring_back, row)
        pending = self.desk.act(remove_hours, row.id, row.version)
        pending.then(self._on_removed).if_refused(self._on_refused)

    def _on_removed(self, _person: UUID) -> None:
        self.said.emit(_("The hours are deleted."), self._undo)
        self.refresh()

    def _bring_back(self, row: HoursRow) -> None:
        details = HoursDetails(self._person_id, row.day, row.minutes, row.activity)
        pending = self.desk.act(note_hours, row.id, details)
        pending.then(self._on_brought_back).if_refused(self._on_refused)

    def _on_brought_back(self, _person: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
