"""Who of the office's own mediators could come, the best first; choosing one asks that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.mediators.queries import suggestions
from resources.text import _
from ui.mobile_advice.mediators.words import suggestion_words
from ui.style import length, spacing
from ui.widgets.columns import Column
from ui.widgets.labels import quiet, strong
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.mediators.rules import RequestDetails, Suggestion
    from ui.desk import Desk, Pending

_LATE_MS = 80
_HIGH = 168


class SuggestionList(QWidget):
    """Follows what is typed in the form a moment later."""

    chosen = Signal(object)
    """The suggestion that was chosen with Enter or a double click."""

    def __init__(self, desk: Desk, but: UUID | None) -> None:
        """Begin empty; `but` is the request itself, which is in nobody's way."""
        super().__init__()
        self._desk, self._but = desk, but
        self._details: RequestDetails | None = None
        self._pending: Pending[tuple[Suggestion, ...]] | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self._ask)
        name = Column(_("Mediator"), _name, width="stretch", quiet=suggestion_words, tone=_tone)
        phone = Column(_("Telephone"), _phone, width=150)
        self.table: DataTable[Suggestion] = DataTable([name, phone], _("Who could come"))
        self.table.setFixedHeight(length(_HIGH))
        self.about = quiet("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addWidget(strong(_("Own mediators who could come")))
        layout.addWidget(self.about)
        layout.addWidget(self.table)
        self.table.row_activated.connect(self.chosen)
        self.show_found(())

    def follow(self, details: RequestDetails) -> None:
        """Look for whoever suits a request as it is typed."""
        if details == self._details:
            return
        self._details = details
        self._late.start()

    def show_found(self, found: tuple[Suggestion, ...]) -> None:
        """Show who could come."""
        self._pending = None
        self.table.set_rows(found, _key)
        self.table.setVisible(bool(found))
        if found:
            self.about.setText(_("Enter on a line asks that mediator."))
        elif self._details is None or not self._details.language or self._details.day is None:
            self.about.setText(_("Choose a language and a day first."))
        else:
            self.about.setText(_("Nobody speaks this language: choose a pool."))

    def _ask(self) -> None:
        if self._details is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self._pending = self._desk.ask(suggestions, self._details, self._but)
        self._pending.then(self.show_found)


def _name(one: Suggestion) -> str:
    return one.mediator.name


def _phone(one: Suggestion) -> str:
    return one.mediator.phone


def _tone(one: Suggestion) -> str:
    return "" if one.is_possible else "quiet"


def _key(one: Suggestion) -> object:
    return one.mediator.id
