"""Drafts that an earlier password has locked: it brings them back, or they are thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.server.locked_drafts import locked_drafts, throw_locked_drafts_away, unlock_drafts
from resources.text import _, ngettext
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.fields import PasswordField
from ui.widgets.form import Form
from ui.widgets.labels import text
from ui.widgets.question import Question

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.office import Office
    from ui.desk import Desk


class LockedDraftsCard(Card):
    """Not there while nothing is locked."""

    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Begin hidden."""
        super().__init__(_("Drafts behind an earlier password"))
        self._desk = desk
        self._office: Office | None = None
        self._words = text("")
        self.password = PasswordField()
        self.form = Form()
        hint = _("The one you had when you typed them.")
        self.form.add("password", _("Earlier password"), self.password, hint=hint)
        self.unlock_button = plain_button(_("Bring the drafts back"), "undo")
        self.unlock_button.clicked.connect(self._on_unlock)
        self.away_button = quiet_button(_("Throw them away"), "bin")
        self.away_button.clicked.connect(self._on_away)
        row = QHBoxLayout()
        row.addWidget(self.unlock_button)
        row.addWidget(self.away_button)
        row.addStretch(1)
        for part in (self._words, self.form, row):
            self.add(part)
        self.hide()

    def show_office(self, office: Office | None) -> None:
        """Look whether something is locked in an open office."""
        self._office = office
        self.form.clear_problems()
        self.password.set_value("")
        self.hide()
        if office is not None:
            self._desk.run(locked_drafts, office).then(self._show_count)

    def _show_count(self, count: int) -> None:
        sentence = ngettext(
            "{count} draft was typed on this computer under another password of yours.",
            "{count} drafts were typed on this computer under another password of yours.",
            count,
        )
        self._words.setText(sentence.format(count=count))
        self.setVisible(count > 0)

    def _on_unlock(self) -> None:
        if self._office is None:
            return
        self.form.clear_problems()
        pending = self._desk.run(unlock_drafts, self._office, self.password.value())
        pending.then(self._on_unlocked).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_unlocked(self, _count: int) -> None:
        self.said.emit(_("The drafts are back: you find them on My day."))
        self.show_office(self._office)

    def _on_away(self) -> None:
        sure = Question.confirm(
            self,
            _("Throw the drafts away?"),
            _("What was typed there and not saved is lost then."),
            _("Throw away"),
        )
        if sure and self._office is not None:
            pending = self._desk.run(throw_locked_drafts_away, self._office)
            pending.then(self._on_thrown).if_unavailable(self._on_unavailable)

    def _on_thrown(self, _count: int) -> None:
        self.show_office(self._office)

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.form.show_problems((trouble.problem, trouble.remedy))
