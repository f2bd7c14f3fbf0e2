"""What was handed over about one person, for the person's card; and what left about her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.handing_over.queries import referrals_of
from app.referrals.register.actions import person_register
from resources.text import _, language, say
from ui import formats
from ui.letters.letter_exits import LetterExits
from ui.referrals.handing_over.words import (
    due_words,
    other_words,
    state_tone,
    state_words,
    way_words,
)
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet
from ui.widgets.page import Place
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.errors import Refused
    from app.referrals.handing_over.queries import ReferralRow
    from ui.desk import Desk

_TIMELINE_TONES = frozenset({"primary", "done", "attention", "danger"})


class PersonHandings(QWidget):
    """Each entry leads to its matter; a new one begins here, about this person."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, desk: Desk, person_id: UUID, parent: QWidget | None = None) -> None:
        """Build the card of a person; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk, self._person_id = desk, person_id
        self.exits = LetterExits(desk, self)
        self.card = Card(_("Handed over"), _("Hand over"), icon="forward")
        self._nothing = quiet(_("Nothing was handed over about the person."))
        self.timeline = Timeline()
        self.register_button = quiet_button(_("Register of what left"), "document")
        self.register_button.setToolTip(
            _("Save everything that left the office about the person as PDF")
        )
        tools = FlowLayout()
        tools.addWidget(self.register_button)
        for part in (self._nothing, self.timeline, tools):
            self.card.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)
        self.card.acted.connect(self._on_handing_wanted)
        self.timeline.acted.connect(self._on_chosen)
        self.register_button.clicked.connect(self._on_register_wanted)
        self.exits.said.connect(self._on_said)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        self._desk.ask(referrals_of, self._person_id).then(self._on_rows)

    def _on_rows(self, rows: tuple[ReferralRow, ...]) -> None:
        today = self._desk.local_now.date()
        self.timeline.set_entries([_entry(row, today) for row in rows])
        self.timeline.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _on_handing_wanted(self) -> None:
        self.place_wanted.emit(Place("handing_over", self._person_id, "new_for"))

    def _on_chosen(self, record: UUID) -> None:
        self.place_wanted.emit(Place("handing_over", record))

    def _on_register_wanted(self) -> None:
        pending = self._desk.act(person_register, self._person_id, language())
        pending.then(self._on_paper).if_refused(self._on_refused)

    def _on_paper(self, pdf: bytes) -> None:
        name = _("Register of what left")
        self.exits.save_letter(pdf, f"{name}.pdf")

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)


def _entry(row: ReferralRow, today: date) -> TimelineEntry:
    tone = state_tone(row, today)
    due = _("Answer due {day}").format(day=due_words(row)) if row.due_on else ""
    return TimelineEntry(
        when=formats.show_day(row.sent_on),
        title=_("{way}: {receiver}").format(way=way_words(row), receiver=other_words(row)),
        text=" · ".join(filter(None, (state_words(row, today), due))),
        icon="forward",
        tone=tone if tone in _TIMELINE_TONES else "",
        action=_("Show"),
        record=row.id,
    )
