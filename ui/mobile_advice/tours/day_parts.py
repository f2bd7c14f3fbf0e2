"""The parts of a day's card: its crew, what stands against it, who is to be told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from resources.text import _, say
from ui.mobile_advice.tours.words import mate_words
from ui.style import spacing
from ui.widgets.card import Card
from ui.widgets.labels import Label, quiet, small, strong
from ui.widgets.page import Place
from ui.widgets.words_button import WordsButton

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.tours.rows import DayCard
    from app.tasks.rows import TaskRow


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

    def __init__(self, *, writes: bool = True) -> None:
        """Begin with nobody; the action writes to those with a card, where letters are written."""
        super().__init__(_("To be told"), _("Write letters") if writes else "", icon="letters")

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
