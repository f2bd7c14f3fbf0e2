"""What the letters of the office aim at: how easily they shall read, and what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.letters.readability.lists import targets as usual_targets
from app.letters.readability.queries import office_targets
from app.letters.readability.rules import BOUNDS
from app.letters.studio.wording import choose_targets
from resources.text import _
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.fields import TextField
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.errors import Refused
    from app.letters.readability.rules import Targets
    from ui.desk import Desk

_LONGEST = 4


class TargetsView(QWidget):
    """One number for each target, with what is usual below it."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the form; nothing is asked yet."""
        super().__init__(parent)
        self._desk = desk
        self.form = Form()
        self.fields = {name: TextField(_LONGEST) for name in BOUNDS}
        self.save_button = primary_button(_("Save targets"))
        self.usual_button = plain_button(_("Take the usual ones"))
        self._build()
        self.save_button.clicked.connect(self.save)
        self.usual_button.clicked.connect(self.take_usual)

    def refresh(self) -> None:
        """Ask again, unless somebody is typing."""
        if not self.form.is_dirty():
            self._desk.ask(office_targets).then(self.show_targets)

    def show_targets(self, targets: Targets) -> None:
        """Show targets as the office has them."""
        self._fill(targets)
        self.form.keep()

    def take_usual(self) -> None:
        """Put the usual targets into the form; they hold once they are saved."""
        self._fill(usual_targets())

    def save(self) -> None:
        """Save the targets; a problem stands beside its field."""
        chosen = {name: _number(field.value()) for name, field in self.fields.items()}
        pending = self._desk.act(choose_targets, chosen)
        pending.then(self._on_saved).if_refused(self._on_refused)

    def _fill(self, targets: Targets) -> None:
        for name, field in self.fields.items():
            field.set_value(f"{getattr(targets, name):.0f}")

    def _build(self) -> None:
        usual = usual_targets()
        words = _("Usual: {number}")
        labels = _labels()
        names = list(self.fields)
        for pair in (names[:2], names[2:4], names[4:6], names[6:]):
            self.form.begin_row()
            for name in pair:
                hint = words.format(number=formats.show_number(getattr(usual, name)))
                self.form.add(name, labels[name], self.fields[name], hint=hint)
            self.form.end_row()
        feet = QHBoxLayout()
        feet.setSpacing(spacing(8))
        feet.addStretch()
        feet.addWidget(self.usual_button)
        feet.addWidget(self.save_button)
        box = QWidget()
        box.setLayout(feet)
        feet.setContentsMargins(0, 0, 0, 0)
        body = ScrollBody(most_width=640)
        body.add(
            quiet(
                _(
                    "What the letters of your office aim at. A figure never makes a text easy: "
                    "only its readers can say so."
                )
            )
        )
        body.add(self.form)
        body.add(box)
        body.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, 0)
        layout.addWidget(body)

    def _on_saved(self, _nothing: None) -> None:
        self.form.clear_problems()
        self.form.keep()
        self.said.emit(_("The targets are saved."))

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)


def _number(typed: str) -> int | None:
    stripped = typed.strip()
    return int(stripped) if stripped.isascii() and stripped.isdigit() else None


def _labels() -> dict[str, str]:
    return {
        "lix_at_most": _("LIX at most"),
        "flesch_amstad_at_least": _("Flesch-Amstad at least (German)"),
        "wstf1_at_most": _("Wiener Sachtextformel 1 at most (German)"),
        "average_sentence_at_most": _("Words in a sentence, on average, at most"),
        "sentence_words_at_most": _("A sentence is marked from more words than"),
        "word_letters_at_most": _("A word is marked from more letters than"),
        "nouns_of_action_at_most": _("Nouns of action in a sentence, at most"),
    }
