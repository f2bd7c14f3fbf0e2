"""A card with all requests of one person; each leads to the page of requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.intake.queries import RequestRow, requests_of_person
from resources.text import _, say
from ui import formats
from ui.intake.words import (
    reason_words,
    service_words,
    source_words,
    stage_tone,
    stage_words,
    step_words,
)
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small
from ui.widgets.page import Place
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from ui.desk import Desk


class RequestsCard(Card):
    """Newest first; a new request of this person begins here."""

    place_wanted = Signal(object)

    def __init__(self, desk: Desk, person_id: UUID) -> None:
        """Build the card; nothing is asked before `refresh`."""
        super().__init__(_("Requests"), _("New request"), icon="add")
        self._desk, self._person_id = desk, person_id
        self.acted.connect(self._on_new_wanted)

    def refresh(self) -> None:
        """Ask again for the requests."""
        found = self._desk.ask(requests_of_person, self._person_id)
        found.then(self._on_found).if_unavailable(self._on_unavailable)

    def _on_found(self, rows: tuple[RequestRow, ...]) -> None:
        self.clear()
        for row in rows:
            self.add(self._line(row))
        if not rows:
            self.add(quiet(_("This person has not asked for anything yet.")))

    def _line(self, row: RequestRow) -> QWidget:
        line = QWidget()
        name = quiet_button(service_words(row.service), "open")
        name.setProperty("record", row.id)
        name.clicked.connect(self._on_request_clicked)
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        asked = f"{formats.show_day(row.requested_on)} · {source_words(row.source)}"
        more = reason_words(row.reason) if row.decided_on else step_words(row)
        told = small(" · ".join(filter(None, (asked, more))))
        told.setContentsMargins(spacing(32), 0, 0, 0)
        words.addWidget(told)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        status = StatusLabel(stage_words(row.stage), stage_tone(row.stage))
        status.setMinimumHeight(name.sizeHint().height())
        layout.addWidget(status, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_request_clicked(self) -> None:
        self.place_wanted.emit(Place("intake", self.sender().property("record")))

    def _on_new_wanted(self) -> None:
        self.place_wanted.emit(Place("intake", self._person_id, "new_for"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.clear()
        self.add(quiet(f"{say(trouble.problem)} {say(trouble.remedy)}".strip()))
