"""A card of a person's overview: which preventive visit is due, offered or agreed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.preventive.queries import preventive_file
from resources.text import _
from ui.preventive.words import due_words, offer_words, rule_title, state_words
from ui.widgets.card import Card
from ui.widgets.labels import Label, small
from ui.widgets.page import Place

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.clients.queries import ClientCard
    from app.preventive.queries import OpenVisit, PreventiveFile
    from app.together import Question
    from ui.desk import Desk


class PreventiveOverview(Card):
    """It is there only where something is due this year, at risk, or was ever offered."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        """Begin with nobody."""
        super().__init__(_("Preventive visits"), _("Show"), icon="open")
        self._desk = desk
        self._person_id: UUID | None = None
        self._file: PreventiveFile | None = None
        self.acted.connect(self._on_acted)
        self.hide()

    def question(self, person_id: UUID) -> Question:
        """Answer what is to be asked about somebody, together with the card."""
        today = self._desk.local_now.date()
        return partial(preventive_file, person_id=person_id, today=today)

    def show_answer(self, _card: ClientCard, file: PreventiveFile | None) -> None:
        """Show the answer to `question`."""
        if file == self._file:
            return
        self._file = file
        self.clear()
        if file is None or not self._tells_of(file):
            self.hide()
            return
        self._person_id = file.person_id
        visits = file.open_visits(self._year_end())
        for visit in visits:
            self._tell(visit)
        if not visits and file.offers:
            last = file.offers[0]
            title = rule_title(file.rule(last.rule_code), last.rule_code)
            self.add(Label(f"{title} · {state_words(last.state)}"))
            self.add(small(offer_words(last)))
        elif not visits:
            self.add(small(_("Nothing is due this year.")))
        self.show()

    def do(self, doing: str, record: UUID | None) -> None:
        """Begin nothing: answers are recorded on the page of preventive visits."""

    def flush(self) -> None:
        """Keep nothing: nothing is typed here."""

    def _tells_of(self, file: PreventiveFile) -> bool:
        """Answer whether there is something to tell: for nobody else are words made."""
        return bool(
            file.offers or file.risks or file.exemptions or file.open_visits(self._year_end())
        )

    def _year_end(self) -> date:
        return self._desk.local_now.date().replace(month=12, day=31)

    def _tell(self, visit: OpenVisit) -> None:
        today = self._desk.local_now.date()
        title = rule_title(visit.rule, visit.rule_code)
        self.add(Label(f"{title} · {state_words(visit.state)}"))
        told = offer_words(visit.offer) if visit.offer is not None else ""
        self.add(small(" · ".join(filter(None, (due_words(visit.due_on, today), told)))))

    def _on_acted(self) -> None:
        self.place_wanted.emit(Place("preventive", self._person_id))
