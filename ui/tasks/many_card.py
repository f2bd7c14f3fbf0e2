"""Several chosen tasks, and the colleague to whom they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.text import _, ngettext
from ui.widgets.buttons import primary_button
from ui.widgets.card import Card
from ui.widgets.fields import SuggestField
from ui.widgets.form import Form
from ui.widgets.labels import heading, quiet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused
    from app.tasks.rows import TaskRow

NAMED = 6
"""Chosen tasks whose titles are shown."""


class ManyCard(Card):
    """Gives many tasks to one colleague, all or none."""

    assign_wanted = Signal(str)
    """The name of the colleague."""

    def __init__(self, tasks: Sequence[TaskRow], parent: QWidget | None = None) -> None:
        """Show which tasks are chosen."""
        super().__init__("", "", parent)
        self.tasks = tuple(tasks)
        words = ngettext("{count} task chosen", "{count} tasks chosen", len(self.tasks))
        self.setAccessibleName(words)
        self.add(heading(words))
        titles = [task.title for task in self.tasks[:NAMED]]
        rest = len(self.tasks) - len(titles)
        if rest:
            titles.append(ngettext("and {count} more", "and {count} more", rest))
        self.add(quiet("\n".join(titles)))
        self.who = SuggestField()
        self._form = Form()
        self._form.add("assignee", _("Who does them"), self.who)
        self.add(self._form)
        self.give_button = primary_button(_("Give tasks"), "forward")
        self.give_button.clicked.connect(self._on_give)
        self.add(self.give_button)

    def suggest(self, colleagues: Sequence[str]) -> None:
        """Offer the names of colleagues."""
        self.who.set_suggestions(colleagues)

    def show_refused(self, refused: Refused) -> None:
        """Say beside the name what is wrong."""
        self._form.show_problems(refused.problems)

    def _on_give(self) -> None:
        self.assign_wanted.emit(self.who.value())
