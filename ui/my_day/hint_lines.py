"""Quiet lines under the head of a person's card: what the rules say, and what to do about it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.codes.rules import Labels
from app.my_day.hints import person_hints
from resources.text import _, language, ngettext
from ui import formats
from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import text
from ui.widgets.page import Place

if TYPE_CHECKING:
    from app.clients.queries import ClientCard
    from app.my_day.hints import Hint
    from app.together import Question
    from ui.desk import Desk

MOST_LINES = 3
"""Lines that are shown; the urgent ones come first."""
_PAGES = {
    "concern": "concerns",
    "matching": "matches",
    "plan": "visiting",
    "proofs": "volunteers",
}
"""Pages other than the card, by the first word of what a hint begins."""


class HintLines(QWidget):
    """Is asked with each card; without a hint it takes no room."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._desk = desk
        self._person_id: UUID | None = None
        self._shown: tuple[Hint, ...] = ()
        self._made: list[HintLine] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(spacing(2))
        self.hide()

    def question(self, person_id: UUID) -> Question:
        """Answer what is to be asked about somebody, together with the card."""
        return partial(person_hints, person_id=person_id, today=self._desk.local_now.date())

    def show_answer(self, card: ClientCard, hints: tuple[Hint, ...]) -> None:
        """Show the answer to `question`."""
        self._person_id = card.id
        offered = [hint for hint in hints if self._desk.offers(_page_of(hint.doing))]
        self._show(tuple(offered[:MOST_LINES]))

    def lines(self) -> list[str]:
        """Answer the sentences that are shown."""
        return [hint_words(hint) for hint in self._shown]

    def _show(self, hints: tuple[Hint, ...]) -> None:
        if hints == self._shown:
            return
        self._shown = hints
        for line, hint in zip(self._made, hints, strict=False):
            line.show_hint(hint)
            line.show()
        for hint in hints[len(self._made) :]:
            self._add_line(hint)
        for line in self._made[len(hints) :]:
            line.hide()
        self.setVisible(bool(hints))

    def _add_line(self, hint: Hint) -> None:
        line = HintLine(hint)
        line.wanted.connect(self._on_wanted)
        self._lines.addWidget(line)
        self._made.append(line)

    def _on_wanted(self, doing: str) -> None:
        verb, _space, record = doing.partition(" ")
        if verb == "concern":
            self.place_wanted.emit(Place("concerns", UUID(record)))
        elif verb in {"matching", "proofs"}:
            self.place_wanted.emit(Place(_PAGES[verb], self._person_id))
        else:
            page = "visiting" if doing == "plan" else "clients"
            self.place_wanted.emit(Place(page, self._person_id, doing))


class HintLine(QWidget):
    """One hint with its button; made once, it says one hint after another."""

    wanted = Signal(str)
    """What its button begins."""

    def __init__(self, hint: Hint, parent: QWidget | None = None) -> None:
        """Show a hint."""
        super().__init__(parent)
        self._doing = ""
        self._icon = IconLabel("info", Role.QUIET, 16)
        self._words = text("").unwrapped()
        self._button = quiet_button("")
        self._button.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (self._icon, self._words, self._button):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self.show_hint(hint)

    def show_hint(self, hint: Hint) -> None:
        """Say another hint."""
        self._doing = hint.doing
        words = hint_words(hint)
        icon, role = ("warning", Role.ATTENTION) if hint.is_urgent else ("info", Role.QUIET)
        self.setAccessibleName(words)
        self._icon.show_icon(icon, role)
        self._words.setText(words)
        verb = _(hint.verb) if hint.verb else ""
        self._button.setText(verb.replace("&", "&&"))
        self._button.setAccessibleName(f"{words} {verb}")
        self._button.setVisible(bool(verb))

    def _on_clicked(self) -> None:
        self.wanted.emit(self._doing)


def _page_of(doing: str) -> str:
    """Answer the page whose records a hint is about; a hint that leads nowhere has none."""
    return _PAGES.get(doing.partition(" ")[0], "")


def hint_words(hint: Hint) -> str:
    """Answer the sentence of a hint in the language in use."""
    if hint.many:
        return ngettext(hint.one, hint.many, hint.count)
    return _(hint.one).format(**{name: _shown(value) for name, value in hint.values.items()})


def _shown(value: object) -> object:
    if isinstance(value, Labels):
        return value.said_in(language())
    return formats.show_date(value) if isinstance(value, date) else value
