"""Two people changed one record: field by field, whose answer is to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.style import length, spacing
from ui.widgets.labels import Label, strong
from ui.widgets.question import Question
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drafts.changes import Change
    from ui.drafts.merging import MergeRow

_LONGEST_WORDS = 600
"""Letters of an answer that are shown; the form itself holds all of it."""


class MergeDialog(Question):
    """Their answer is proposed where nothing was typed here, the own one everywhere else."""

    merged = Signal(object)
    """The text that is to stand in each field that others changed, by the field's name."""

    def __init__(
        self, parent: QWidget | None, rows: Sequence[MergeRow], change: Change | None
    ) -> None:
        """Show what differs; `change` is who was faster, where that may be known."""
        super().__init__(
            parent,
            _("Two changes at the same time"),
            _sentence(change),
            _("Save like this"),
            cancel=_("Back to the form"),
        )
        self.setModal(True)
        who = change.who if change is not None else _("The others")
        self.choices = [MergeChoice(row, who) for row in rows]
        area = ScrollBody()
        for choice in self.choices:
            area.add(choice)
        area.end()
        self.body.addWidget(area)
        self.accepted.connect(self._on_accepted)
        area.setMinimumSize(length(300), length(100))
        self._fit(parent)
        self.choices[0].take_focus()

    def _fit(self, parent: QWidget | None) -> None:
        """Be as large as the answers need, and no larger than the window behind."""
        room = parent.window().size() if parent is not None else QSize(length(560), length(560))
        answers = sum(choice.sizeHint().height() + spacing(16) for choice in self.choices)
        high = self.sizeHint().height() + max(0, answers - length(100))
        self.resize(
            min(length(560), room.width() - spacing(32)), min(high, room.height() - spacing(32))
        )

    def _on_accepted(self) -> None:
        self.merged.emit({choice.row.name: choice.text() for choice in self.choices})


class MergeChoice(QWidget):
    """One field: the own answer, theirs, and for longer texts both."""

    def __init__(self, row: MergeRow, who: str, own: str = "") -> None:
        """Propose what loses nothing that was typed here; `own` is what the own side is called."""
        super().__init__()
        self.row = row
        self._group = QButtonGroup(self)
        self._texts: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing(4))
        self._column.addWidget(strong(row.label))
        self.mine = self._offer(own or _("Yours"), row.mine_words, row.mine)
        self.theirs = self._offer(who, row.theirs_words, row.theirs)
        self.both: QRadioButton | None = None
        if row.both:
            self.both = self._offer(_("Both, one below the other"), row.both, row.both)
        first = self.theirs if not row.is_typed else self.both or self.mine
        first.setChecked(True)

    def text(self) -> str:
        """Answer the text that was chosen."""
        return self._texts[self._group.checkedId()]

    def take_focus(self) -> None:
        """Go to what is proposed."""
        if (proposed := self._group.checkedButton()) is not None:
            proposed.setFocus()

    def _offer(self, whose: str, words: str, text: str) -> QRadioButton:
        shown = words[:_LONGEST_WORDS] or _("Nothing")
        button = QRadioButton(whose.replace("&", "&&"))
        button.setAccessibleName(f"{self.row.label}, {whose}: {shown}")
        self._group.addButton(button, len(self._texts))
        self._texts.append(text)
        self._column.addWidget(button)
        answer = Label(shown)
        answer.setContentsMargins(spacing(28), 0, 0, 0)
        self._column.addWidget(answer)
        return button


def _sentence(change: Change | None) -> str:
    if change is None:
        first = _("Someone else saved this while you were typing.")
    else:
        at = formats.show_datetime(change.at.astimezone())
        first = _("{name} saved this on {time}, while you were typing.").format(
            name=change.who, time=at
        )
    return first + " " + _("Choose for each field what is to stand. Nothing else is changed.")
