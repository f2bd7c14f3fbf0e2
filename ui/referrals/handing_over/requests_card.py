"""Colleagues who ask to open a card: shown to those who may let them, and to nobody else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.handing_over.actions import decide_request
from app.referrals.handing_over.queries import access_requests
from resources.text import _, say
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, small, strong

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused
    from app.referrals.handing_over.queries import RequestRow
    from ui.desk import Desk


class RequestsCard(QWidget):
    """Goes away without requests; what is granted holds from now on."""

    said = Signal(str, object)
    decided = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin hidden; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk = desk
        self.rows: tuple[RequestRow, ...] = ()
        self.card = Card(_("Colleagues who ask for access"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)
        self.hide()

    def refresh(self) -> None:
        """Ask again who asks."""
        self._desk.ask(access_requests).then(self._on_rows)

    def _on_rows(self, rows: tuple[RequestRow, ...]) -> None:
        self.rows = rows
        self.card.clear()
        for row in rows:
            self.card.add(self._line(row))
        self.setVisible(bool(rows))

    def _line(self, row: RequestRow) -> QWidget:
        part = QWidget()
        lines = QVBoxLayout(part)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(spacing(4))
        words = _("{who} asks to open the card of {name}")
        lines.addWidget(strong(words.format(who=row.who, name=row.name)))
        lines.addWidget(Label(row.reason))
        lines.addWidget(small(formats.show_datetime(row.at.astimezone())))
        tools = FlowLayout(gap=spacing(8))
        grant = plain_button(_("Grant access"), "unlock")
        grant.setAccessibleName(_("Grant {who} access").format(who=row.who))
        refuse = quiet_button(_("Refuse"), "close")
        refuse.setAccessibleName(_("Refuse {who} access").format(who=row.who))
        grant.clicked.connect(partial(self._decide, row, grants=True))
        refuse.clicked.connect(partial(self._decide, row, grants=False))
        for button in (grant, refuse):
            tools.addWidget(button)
        lines.addLayout(tools)
        return part

    def _decide(self, row: RequestRow, _on: bool = False, *, grants: bool) -> None:  # noqa: FBT001, FBT002 - a slot
        pending = self._desk.act(decide_request, row.id, row.version, grants=grants)
        pending.then(self._on_decided).if_refused(self._on_refused)

    def _on_decided(self, _request: UUID) -> None:
        self.said.emit(_("The request is decided."), None)
        self.refresh()
        self.decided.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()
