"""The last step of an import: what was added, and what is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resources.text import _, ngettext
from ui.admin.remark import Remark
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.importing.rows import CheckedList

_WIDTH = 760


class ImportResult(ScrollBody):
    """Offers what comes next: the held rows, the wrong rows, another file."""

    held_wanted = Signal()
    file_wanted = Signal()
    other_wanted = Signal()
    people_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a result."""
        super().__init__(parent, most_width=_WIDTH)
        self.added = Remark()
        self.held = Remark()
        self.wrong = Remark()
        card = Card(_("The list is in the office"))
        for remark in (self.added, self.held, self.wrong):
            card.add(remark)
        card.body.addSpacing(spacing(8))
        card.add(self._buttons())
        self.add(card)
        self.end()

    def show_result(self, done: CheckedList) -> None:
        """Show what became of a list."""
        good, held, wrong = len(done.good), len(done.held), len(done.wrong)
        self.added.say(
            ngettext("{count} person was added.", "{count} people were added.", good), "done"
        )
        self.held.say(
            ngettext(
                "{count} row waits for a decision.", "{count} rows wait for a decision.", held
            ),
            "attention",
        )
        self.wrong.say(
            ngettext("{count} row was not imported.", "{count} rows were not imported.", wrong),
            "danger",
        )
        for part in (self.held, self.held_button):
            part.setVisible(held > 0)
        for part in (self.wrong, self.file_button):
            part.setVisible(wrong > 0)

    def begin(self) -> None:
        """Put the focus on what comes next."""
        wanted = (self.held_button, self.file_button, self.people_button)
        next(button for button in wanted if not button.isHidden()).setFocus()

    def _buttons(self) -> FlowLayout:
        self.held_button = primary_button(_("Decide now"), "clients")
        self.file_button = plain_button(_("Save the wrong rows as a file"), "save")
        self.people_button = plain_button(_("Show all people"))
        self.other_button = plain_button(_("Import another file"))
        self.held_button.clicked.connect(self.held_wanted)
        self.file_button.clicked.connect(self.file_wanted)
        self.people_button.clicked.connect(self.people_wanted)
        self.other_button.clicked.connect(self.other_wanted)
        flow = FlowLayout(gap=spacing(8))
        for button in (self.held_button, self.file_button, self.people_button, self.other_button):
            flow.addWidget(button)
        return flow
