"""A row that changed on the way and in the office: field by field, what is to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.mobile_advice.suitcase.fitting import Blocked
from app.mobile_advice.suitcase.returning import Decision
from app.mobile_advice.suitcase.rules import Verdict
from app.privacy.telling import Teller
from resources.text import _, language
from ui.drafts.merge_dialog import MergeChoice
from ui.mobile_advice.suitcase.answers import CAME, HOME, merge_row
from ui.style import length, spacing
from ui.widgets.question import Question
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.mobile_advice.suitcase.asking import Asking


class ChoiceDialog(Question):
    """Proposes the suitcase's answer where only the tour changed a field, else the office's."""

    decided = Signal(object)
    """The `Decision`."""

    def __init__(self, parent: QWidget | None, asking: Asking, at: int, of: int) -> None:
        """Ask about one row, the `at`th of `of`."""
        super().__init__(
            parent,
            _("What is to stand? ({at} of {of})").format(at=at, of=of),
            _sentence(asking),
            _("Save like this"),
            cancel=_("Decide later"),
        )
        self.setModal(True)
        self._asking = asking
        self.choices: list[MergeChoice] = []
        self._sides = QButtonGroup(self)
        if asking.verdict is Verdict.ASK:
            self._add_fields()
        else:
            self._add_sides()
        self.accepted.connect(self._on_accepted)

    def decision(self) -> Decision:
        """Answer what is chosen."""
        if self._asking.verdict is Verdict.ASK:
            chosen = {choice.row.name: choice.text() for choice in self.choices}
            taken = frozenset(name for name, text in chosen.items() if text == CAME)
            known = {CAME, HOME}
            both = {name: text for name, text in chosen.items() if text not in known}
            return Decision(taken=taken, together=both)
        return Decision(brings=self._sides.checkedId() == 0)

    def _add_fields(self) -> None:
        teller = Teller(language(), self._asking.names)
        area = ScrollBody()
        for field in self._asking.fields:
            row = merge_row(teller, self._asking.table, field)
            choice = MergeChoice(row, _("Office"), _("Suitcase"))
            self.choices.append(choice)
            area.add(choice)
        area.end()
        area.setMinimumSize(length(300), length(100))
        self.body.addWidget(area)
        self._fit()
        if self.choices:
            self.choices[0].take_focus()

    def _add_sides(self) -> None:
        for at, words in enumerate(_sides(self._asking)):
            button = QRadioButton(words.replace("&", "&&"))
            self._sides.addButton(button, at)
            self.body.addWidget(button)
        first = self._sides.button(0)
        first.setChecked(True)
        first.setFocus()

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(length(560), length(560))
        answers = sum(choice.sizeHint().height() + spacing(16) for choice in self.choices)
        high = self.sizeHint().height() + max(0, answers - length(100))
        self.resize(
            min(length(560), room.width() - spacing(32)), min(high, room.height() - spacing(32))
        )

    def _on_accepted(self) -> None:
        self.decided.emit(self.decision())


def _sentence(asking: Asking) -> str:
    what = _(asking.title)
    about = f"{what}: {asking.person}." if asking.person else f"{what}."
    if asking.blocked is Blocked.TIME_TAKEN:
        why = _("The office gave this time to somebody else meanwhile.")
    elif asking.blocked is Blocked.PARENT_GONE:
        why = _("The office has removed what this belongs to.")
    elif asking.blocked is Blocked.TWIN:
        why = _("The office has one already, and there can be only one.")
    elif asking.verdict is Verdict.ASK_GONE:
        why = _("It was changed on the way, and the office has removed it.")
    elif asking.verdict is Verdict.ASK_REMOVED:
        why = _("It was removed on the way, and the office has changed it.")
    else:
        why = _("It was changed on the way and in the office. Choose for each field.")
    return f"{about} {why}"


def _sides(asking: Asking) -> tuple[str, str]:
    keep = _("Leave the office as it is")
    if asking.blocked is Blocked.TIME_TAKEN:
        return _("Bring it without the time, into the queue of the same stop"), keep
    if asking.verdict is Verdict.ASK_REMOVED:
        return _("Remove it in the office, too"), keep
    return _("Bring it into the office again"), keep
