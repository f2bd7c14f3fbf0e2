"""The page of substitutes: visits of volunteers who are away, and who comes instead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.substitutes.actions import Standing, send_substitutes
from app.substitutes.queries import uncovered_visits, visit_to_cover
from app.visiting.series.actions import take_series_change_back
from resources.text import _, ngettext, say
from ui.style import spacing
from ui.visiting.series.substitute_line import SubstituteLine
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.substitutes.queries import UncoveredVisit
    from app.visiting.series.ledger import SeriesUndo
    from ui.desk import Desk, Pending


class SubstitutesPage(Page):
    """Of all volunteers who are away, of one of them, or for one visit."""

    features: ClassVar[frozenset[str]] = frozenset({"visiting", "volunteers", "matches", "clients"})

    def __init__(self, desk: Desk) -> None:
        """Build the page; nothing is asked before `refresh`."""
        super().__init__(desk)
        self._visitor: UUID | None = None
        self._visit: UUID | None = None
        self._pending: Pending[Any] | None = None
        self.lines: tuple[SubstituteLine, ...] = ()
        self.header = PageHeader(_("Substitutes"))
        self.all_button = quiet_button(_("Show all who are away"), "back")
        self.send_button = primary_button(_("Replace all as proposed"), "check")
        for button in (self.all_button, self.send_button):
            self.header.add_action(button)
        self.count = quiet("")
        self._card = Card(_("Visits that need somebody else"))
        body = ScrollBody(most_width=760)
        body.add(self._card)
        body.end()
        self.state = StateStack(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        for part in (self.header, self.count):
            layout.addWidget(part)
        layout.addWidget(self.state, 1)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.send_button.clicked.connect(self._on_send_all_clicked)
        self.state.retried.connect(self.refresh)

    def first_focus(self) -> QWidget | None:
        """Begin with the first choice."""
        return self.lines[0].choice if self.lines else None

    def show_place(self, place: Place) -> None:
        """Show one volunteer's visits, or with "visit" a single one; without a record all."""
        self._visit = place.record if place.doing == "visit" else None
        self._visitor = place.record if place.doing != "visit" else None
        self.refresh()

    def refresh(self) -> None:
        """Ask again for the visits and who could make them."""
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        now = self.desk.local_now
        if self._visit is not None:
            self._pending = self.desk.ask(visit_to_cover, self._visit, now).then(self._on_one)
        else:
            asked = self.desk.ask(uncovered_visits, now, self._visitor)
            self._pending = asked.then(self._on_found)
        self._pending.if_unavailable(self._on_unavailable)

    def _on_one(self, visit: UncoveredVisit | None) -> None:
        self._on_found((visit,) if visit is not None else ())

    def _on_found(self, visits: tuple[UncoveredVisit, ...]) -> None:
        self._pending = None
        self.lines = tuple(SubstituteLine(visit) for visit in visits)
        self._card.clear()
        for line in self.lines:
            line.sent.connect(self._on_sent)
            line.visit_wanted.connect(self._on_visit_wanted)
            self._card.add(line)
        self.all_button.setVisible(self._visitor is not None or self._visit is not None)
        self.send_button.setVisible(sum(1 for line in self.lines if line.substitute()) > 1)
        if visits:
            words = ngettext(
                "{count} visit needs somebody else.", "{count} visits need somebody else.",
                len(visits),
            )  # fmt: skip
            self.count.setText(words)
            self.state.show_content()
            return
        self.count.setText("")
        sentence = (
            _("This visit is over or is no longer planned.")
            if self._visit is not None
            else _("Every visit has its visitor. Absences stand in the files of the volunteers.")
        )
        self.state.show_empty(EmptyState(sentence, icon="heart"))

    def _on_sent(self, line: SubstituteLine) -> None:
        self._send((line,))

    def _on_send_all_clicked(self) -> None:
        self._send(self.lines)

    def _send(self, lines: tuple[SubstituteLine, ...]) -> None:
        chosen = tuple(
            Standing(line.visit.id, line.visit.version, row.id)
            for line in lines
            if (row := line.substitute()) is not None
        )
        pending = self.desk.act(send_substitutes, chosen).then(self._on_done)
        pending.if_refused(self._on_refused).if_unavailable(self._on_act_unavailable)

    def _on_done(self, undo: SeriesUndo) -> None:
        count = len(undo.steps)
        words = ngettext(
            "Somebody else comes to {count} visit.", "Somebody else comes to {count} visits.", count
        )
        self.said.emit(words, partial(self.take_back, undo))
        self._after()

    def take_back(self, undo: SeriesUndo) -> None:
        """Let those come again who were to come before."""
        pending = self.desk.act(take_series_change_back, undo).then(self._on_taken_back)
        pending.if_refused(self._on_refused).if_unavailable(self._on_act_unavailable)

    def _on_taken_back(self, _nothing: object) -> None:
        self.said.emit(_("The visits are as they were before."), None)
        self.refresh()

    def _after(self) -> None:
        if self._visit is not None:
            self.place_wanted.emit(Place("visiting", self._visit))
        else:
            self.refresh()

    def _on_visit_wanted(self, visit_id: UUID) -> None:
        self.place_wanted.emit(Place("visiting", visit_id))

    def _on_all_clicked(self) -> None:
        self._visitor = self._visit = None
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def _on_act_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
