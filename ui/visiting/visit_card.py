"""One visit: its plan, what became of it, and what can be done with it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.visiting.rules import VisitStatus
from resources.text import _
from ui.style import spacing
from ui.visiting.record_lines import RecordLines
from ui.visiting.visit_facts import VisitFacts
from ui.visiting.words import status_icon, status_tone, status_words
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import SignalInstance

    from app.visiting.rows import VisitDetails


class VisitCard(Card):
    """The facts of a visit with its buttons; each button says what the user wants."""

    record_wanted = Signal()
    change_wanted = Signal()
    letter_wanted = Signal()
    client_wanted = Signal()
    cancel_wanted = Signal()
    restore_wanted = Signal()
    reopen_wanted = Signal()
    concern_wanted = Signal()
    reading_wanted = Signal()
    series_wanted = Signal()
    substitute_wanted = Signal()

    def __init__(
        self, details: VisitDetails, now: datetime, who: str = "", parent: QWidget | None = None
    ) -> None:
        """Show a visit as it stands at the local time `now`, to the colleague `who`."""
        super().__init__("", "", parent)
        self.details, self._who = details, who
        self._day = now.date()
        visit = details.visit
        self.setAccessibleName(_("Visit of {name}").format(name=visit.client_name))
        tone = status_tone(visit, now).replace("quiet", "plain")
        self.body.setSpacing(spacing(12))
        self.add(StatusLabel(status_words(visit, now), tone, status_icon(visit, now)))
        self.add(VisitFacts(details))
        if details.facts.is_concern_open:
            self.add(Banner("danger", _("It is not known yet whether the person is safe.")))
        self.add(RecordLines(details))
        self._buttons = QWidget()
        self._row = FlowLayout(self._buttons, spacing(8))
        self._offer(now)
        self.add(self._buttons)

    def shows(self, details: VisitDetails, now: datetime) -> bool:
        """Answer whether this card shows just this, and offers what can be done today."""
        return self.details == details and self._day == now.date()

    def deed_in_hand(self) -> str:
        """Answer the words of the button that has the focus, "" when none has."""
        return next((button.text() for button in self._deeds() if button.hasFocus()), "")

    def take_in_hand(self, deed: str) -> None:
        """Give the focus to the button with these words, if there is one."""
        for button in self._deeds():
            if button.text() == deed:
                button.setFocus()

    def _deeds(self) -> list[QPushButton]:
        return self._buttons.findChildren(QPushButton)

    def _offer(self, now: datetime) -> None:
        """Offer what can be done with a visit in this state."""
        visit, facts = self.details.visit, self.details.facts
        if facts.concern_id is not None:
            make = primary_button if facts.is_concern_open else plain_button
            self._button(make(_("Show whom to call"), "phone"), self.concern_wanted)
        if facts.is_unread and facts.recorded_by != self._who:
            self._button(plain_button(_("I have read it"), "check"), self.reading_wanted)
        if visit.status is VisitStatus.PLANNED:
            if visit.start.date() <= now.date():
                self._button(primary_button(_("Record visit"), "edit"), self.record_wanted)
            self._button(plain_button(_("Write appointment letter"), "letters"), self.letter_wanted)
            self._button(plain_button(_("Change visit"), "calendar"), self.change_wanted)
            self._button(plain_button(_("Cancel visit"), "cancelled"), self.cancel_wanted)
            if visit.start > now:
                words = _("Find a substitute")
                self._button(quiet_button(words, "person"), self.substitute_wanted)
        elif visit.status is VisitStatus.CANCELLED:
            self._button(plain_button(_("Bring visit back"), "restore"), self.restore_wanted)
        else:
            self._button(plain_button(_("Correct record"), "edit"), self.record_wanted)
            self._button(plain_button(_("Take record back"), "undo"), self.reopen_wanted)
        if visit.series_id is not None:
            self._button(quiet_button(_("Show series"), "refresh"), self.series_wanted)
        self._button(quiet_button(_("Show person"), "person"), self.client_wanted)

    def _button(self, button: QPushButton, wanted: SignalInstance) -> None:
        button.clicked.connect(wanted)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row.addWidget(button)
