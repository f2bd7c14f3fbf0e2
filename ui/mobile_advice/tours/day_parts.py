"""The parts of a day's card: its stops, its crew, what stands against it, who is to be told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.tours.rules import DayState
from resources.text import _, say
from ui.mobile_advice.tours.words import (
    halt_words,
    mate_words,
    minutes_words,
    on_site_words,
)
from ui.style import spacing
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import Label, quiet, small, strong
from ui.widgets.page import Place
from ui.widgets.words_button import WordsButton

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.tours.rows import DayCard, HaltRow
    from app.tasks.rows import TaskRow

_OPEN = frozenset({DayState.PLANNED.value, DayState.CONFIRMED.value})


class HaltsCard(Card):
    """Each stop with its time; beside it a way to its appointments, and a cross that cancels it."""

    cancel_wanted = Signal(object)
    """The stop on that day."""
    place_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin without stops."""
        super().__init__(_("Stops"))

    def show_halts(self, card: DayCard) -> None:
        """Show the stops of a day."""
        self.clear()
        may_cancel = card.row.state in _OPEN and sum(not h.is_cancelled for h in card.halts) > 1
        for halt in card.halts:
            self.add(self._line(halt, may_cancel=may_cancel and not halt.is_cancelled))

    def _line(self, halt: HaltRow, *, may_cancel: bool) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(spacing(12))
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        time = minutes_words(halt.from_minute, halt.until_minute)
        words.addWidget(strong(f"{time}  {halt.stop}"))
        if below := halt_words(halt):
            words.addWidget(small(below))
        if on_site := on_site_words(halt):
            words.addWidget(small(on_site))
        line.addLayout(words, 1)
        booked = quiet_button(_("Appointments"), "calendar")
        booked.setAccessibleName(_("Appointments at {stop}").format(stop=halt.stop))
        booked.clicked.connect(partial(self._go, halt.id))
        line.addWidget(booked)
        if may_cancel:
            button = icon_button("close", _("Cancel stop {name}").format(name=halt.stop))
            button.clicked.connect(partial(self._cancel, halt.id))
            line.addWidget(button)
        return holder

    def _cancel(self, halt_id: UUID, *_checked: bool) -> None:
        self.cancel_wanted.emit(halt_id)

    def _go(self, halt_id: UUID, *_checked: bool) -> None:
        self.place_wanted.emit(Place("appointments", halt_id))


class CrewCard(Card):
    """Who goes along, and in which languages people can be spoken to."""

    def __init__(self) -> None:
        """Begin without a crew."""
        super().__init__(_("Crew"))

    def show_crew(self, card: DayCard) -> None:
        """Show the crew of a day."""
        self.clear()
        for mate in card.crew:
            self.add(Label(mate_words(mate)))
        if not card.crew:
            self.add(quiet(_("Nobody is on board yet.")))


class AgainstCard(Card):
    """What must be put right before a day can be confirmed."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(_("To be put right before it is confirmed"))

    def show_problems(self, card: DayCard) -> None:
        """Show what stands against a day; nothing hides the card."""
        self.clear()
        for problem in card.problems:
            self.add(Label(say(problem)))
        self.setVisible(bool(card.problems))


class ToTellCard(Card):
    """People whose appointments were cancelled and who do not know yet."""

    place_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin with nobody; the action writes to those with a card."""
        super().__init__(_("To be told"), _("Write letters"), icon="letters")

    def show_tasks(self, card: DayCard) -> None:
        """Show whom to tell; nobody hides the card."""
        self.clear()
        for task in card.to_tell:
            button = _TaskButton(task)
            button.clicked.connect(partial(self._go, task.id))
            self.add(button)
        self.setVisible(bool(card.to_tell))
        if self._action is not None:
            self._action.setVisible(any(task.person_id for task in card.to_tell))

    def _go(self, task_id: UUID, *_checked: bool) -> None:
        self.place_wanted.emit(Place("tasks", task_id))


class _TaskButton(WordsButton):
    def __init__(self, task: TaskRow) -> None:
        super().__init__()
        name = task.person_name or task.title
        below = task.title if task.person_name else task.assignee
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(strong(name))
        words.addWidget(small(below))
        self.row.addLayout(words, 1)
        self.setAccessibleName(f"{name}: {below}")
        self.finish()
