"""The matches of one person, newest first, each with the steps that can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.matches.rules import NEXT, MatchStage
from resources.text import _
from ui.matches.words import match_line, stage_tone, stage_words, verb_words
from ui.style import length, spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet, small
from ui.widgets.page import Place
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from app.matches.queries import MatchRow


class MatchesCard(Card):
    """Shows matches as the one visited or as the one who visits."""

    step_wanted = Signal(object, object)
    """A `MatchRow` and a `MatchStage`."""
    check_in_noted = Signal(object)
    """A `MatchRow`, as those below: both were asked today."""
    check_in_wanted = Signal(object)
    """Both were asked, and there is something to tell."""
    note_wanted = Signal(object)
    asked = Signal(object)
    """The volunteer was asked."""
    lock_wanted = Signal(object)
    """A proposal is to stay in every plan, or no longer."""
    place_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(_("Matches"))

    def show_matches(self, person_id: UUID, rows: tuple[MatchRow, ...]) -> None:
        """Show the matches of a person."""
        self.clear()
        for row in rows:
            self.add(self._line(person_id, row))
        if not rows:
            self.add(quiet(_("There is no match yet.")))

    def _line(self, person_id: UUID, row: MatchRow) -> QWidget:
        line, is_visited = QWidget(), row.person_id == person_id
        name = quiet_button(row.visitor_name if is_visited else row.person_name, "open")
        name.setProperty("record", row.visitor_id if is_visited else row.person_id)
        name.clicked.connect(self._on_name_clicked)
        top = QHBoxLayout()
        top.addWidget(name, 1, Qt.AlignmentFlag.AlignLeft)
        status = StatusLabel(stage_words(row.stage), stage_tone(row.stage))
        status.setMinimumHeight(length(32))
        top.addWidget(status)
        told = small(match_line(row))
        told.setContentsMargins(spacing(32), 0, 0, 0)
        steps = FlowLayout(gap=spacing(4))
        steps.setContentsMargins(spacing(24), 0, 0, 0)
        for button in self._buttons(row):
            steps.addWidget(button)
        layout = QVBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(2))
        layout.addLayout(top)
        layout.addWidget(told)
        layout.addLayout(steps)
        return line

    def _buttons(self, row: MatchRow) -> list[QPushButton]:
        buttons = []
        for stage in NEXT[row.stage]:
            button = quiet_button(_resumed(row, stage))
            button.setProperty("match", row)
            button.setProperty("stage", stage.value)
            button.clicked.connect(self._on_step_clicked)
            buttons.append(button)
        told: list[tuple[str, str, Callable[[], None]]] = []
        if row.stage is MatchStage.PROPOSED:
            if row.asked_on is None:
                told.append((_("Volunteer was asked"), "phone", self._on_volunteer_asked))
            words = _("Let plans change it") if row.is_locked else _("Keep in every plan")
            told.append((words, "unlock" if row.is_locked else "lock", self._on_lock_clicked))
        if row.stage in {MatchStage.TRIAL, MatchStage.RUNNING}:
            series = quiet_button(_("Plan a series"), "add")
            series.setProperty("match", row)
            series.clicked.connect(self._on_series_clicked)
            buttons.append(series)
        if row.asks_check_in:
            told.append((_("Both were asked today"), "check", self._on_asked_clicked))
            told.append((_("Note check-in"), "edit", self._on_check_in_clicked))
        told.append((_("Write note"), "note", self._on_note_clicked))
        for words, icon, slot in told:
            button = quiet_button(words, icon)
            button.setProperty("match", row)
            button.clicked.connect(slot)
            buttons.append(button)
        return buttons

    def _on_name_clicked(self) -> None:
        self.place_wanted.emit(Place("clients", self.sender().property("record")))

    def _on_series_clicked(self) -> None:
        row = self.sender().property("match")
        self.place_wanted.emit(Place("series", row.person_id, f"plan:{row.visitor_id}"))

    def _on_step_clicked(self) -> None:
        sender = self.sender()
        self.step_wanted.emit(sender.property("match"), MatchStage(sender.property("stage")))

    def _on_asked_clicked(self) -> None:
        self.check_in_noted.emit(self.sender().property("match"))

    def _on_check_in_clicked(self) -> None:
        self.check_in_wanted.emit(self.sender().property("match"))

    def _on_note_clicked(self) -> None:
        self.note_wanted.emit(self.sender().property("match"))

    def _on_volunteer_asked(self) -> None:
        self.asked.emit(self.sender().property("match"))

    def _on_lock_clicked(self) -> None:
        self.lock_wanted.emit(self.sender().property("match"))


def _resumed(row: MatchRow, stage: MatchStage) -> str:
    if row.stage is MatchStage.PAUSED and stage is MatchStage.RUNNING:
        return _("Go on with visits")
    return verb_words(stage)
