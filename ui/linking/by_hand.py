"""Linking two cards that nobody proposed: somebody knows that they are one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clients.queries import client_hit
from app.errors import Problem
from app.linking.queries import pair_by_hand
from app.linking.rules import ALREADY_ONE
from resources.text import _, say
from ui.linking.pair_view import PairView
from ui.picking.client_picker import ClientPicker
from ui.style import length, spacing
from ui.widgets.form import Form

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.queries import ClientHit
    from app.errors import Unavailable
    from app.linking.queries import PairRow
    from ui.desk import Desk, Pending


class ByHand(QWidget):
    """Two people are chosen; `view` shows what comes together, and links."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nobody chosen."""
        super().__init__()
        self._desk = desk
        self._pending: Pending[PairRow | None] | None = None
        self.one, self.other = ClientPicker(desk), ClientPicker(desk)
        self.form = Form()
        self.form.setMaximumWidth(length(900))
        self.form.begin_row()
        self.form.add("one", _("This person"), self.one)
        self.form.add("other", _("is the same as"), self.other)
        self.form.end_row()
        self.view = PairView(desk, _("Choose two people to see what comes together."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(12), 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.form)
        layout.addWidget(self.view, 1)
        self.one.chosen.connect(self._on_chosen)
        self.other.chosen.connect(self._on_chosen)

    def begin(self, person_id: UUID | None) -> None:
        """Begin with a person, whose twin is then chosen; or with nobody."""
        for picker in (self.one, self.other):
            picker.set_record(None, "")
        self._show_nothing()
        if person_id is None:
            self.form.focus_field("one")
        else:
            self._desk.ask(client_hit, person_id).then(self._on_person)

    def _on_person(self, person: ClientHit | None) -> None:
        if person is not None:
            self.one.set_record(person.id, person.name)
        self.form.focus_field("one" if person is None else "other")

    def _on_chosen(self, _person_id: UUID | None) -> None:
        one, other = self.one.value(), self.other.value()
        self._show_nothing()
        if one is not None and other is not None:
            self._pending = self._desk.ask(pair_by_hand, one, other).then(self._on_pair)
            self._pending.if_unavailable(self._on_unavailable)

    def _on_pair(self, pair: PairRow | None) -> None:
        self._pending = None
        if pair is None:
            self.form.field("other").show_problem(say(Problem(ALREADY_ONE)))
        else:
            self.view.show_pair(pair)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.form.field("other").show_problem(f"{say(trouble.problem)} {say(trouble.remedy)}")

    def _show_nothing(self) -> None:
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        self.form.clear_problems()
        self.view.show_nothing()
