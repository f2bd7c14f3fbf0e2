"""The visits of one client, on the client's card."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visiting.queries import visits_of_client
from resources.text import _, ngettext, say
from ui import formats
from ui.style import spacing
from ui.visiting.series.person_series import PersonSeries
from ui.visiting.words import (
    outcome_words,
    status_icon,
    status_tone,
    status_words,
    time_words,
)
from ui.widgets.buttons import quiet_button
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.visiting.rows import VisitRow
    from ui.desk import Desk


_AHEAD = timedelta(weeks=6)
"""How far ahead visits of a series are listed: further ones would hide those that were."""


class ClientVisitsTab(QWidget):
    """Every visit to a client, the latest first; Enter or a double click opens one."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    features: ClassVar[frozenset[str]] = frozenset({"visiting"})

    def __init__(self, desk: Desk, client_id: UUID, parent: QWidget | None = None) -> None:
        """Build the list for a client; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk, self._client_id = desk, client_id
        self.table: DataTable[VisitRow] = DataTable(self._columns(), _("Visits of the client"))
        self._count = quiet("")
        self._states = StateStack(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        self.missed_button = quiet_button(_("No sign of life"), "warning")
        self.missed_button.setToolTip(_("Begin a concern and see whom to call"))
        self.missed_button.clicked.connect(self._on_missed_clicked)
        self.series = PersonSeries(desk, client_id)
        self.series.place_wanted.connect(self.place_wanted)
        layout.addWidget(self.series)
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(self.series.plan_button)
        line.addWidget(self.missed_button)
        layout.addLayout(line)
        layout.addWidget(self._states, 1)
        self.table.row_activated.connect(self._on_row_activated)
        self._states.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for the client's visits."""
        self._states.show_loading()
        self.series.refresh()
        until = self._desk.local_now + _AHEAD
        pending = self._desk.ask(visits_of_client, self._client_id, until)
        pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def _columns(self) -> list[Column[VisitRow]]:
        return [
            Column(_("Day"), _day, strong=True),
            Column(_("Time"), time_words),
            Column(_("Who visits"), _visitor, width="stretch", quiet=_place),
            Column(
                _("Status"), self._status, icon=self._icon, tone=self._tone, quiet=outcome_words
            ),
        ]

    def _status(self, visit: VisitRow) -> str:
        return status_words(visit, self._desk.local_now)

    def _icon(self, visit: VisitRow) -> str:
        return status_icon(visit, self._desk.local_now)

    def _tone(self, visit: VisitRow) -> str:
        return status_tone(visit, self._desk.local_now)

    def _on_found(self, visits: tuple[VisitRow, ...]) -> None:
        self._count.setText(ngettext("{count} visit", "{count} visits", len(visits)))
        self.table.set_rows(visits, keep=_key)
        if visits:
            self._states.show_content()
            return
        empty = EmptyState(
            _("No visits yet. The first one is planned here."), _("Plan visit"), icon="visiting"
        )
        empty.acted.connect(self._on_plan_clicked)
        self._states.show_empty(empty)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._states.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_missed_clicked(self) -> None:
        self.place_wanted.emit(Place("concerns", self._client_id, "new_for"))

    def _on_plan_clicked(self) -> None:
        self.place_wanted.emit(Place("visiting", self._client_id, "plan"))

    def _on_row_activated(self, visit: VisitRow) -> None:
        self.place_wanted.emit(Place("visiting", visit.id))


def _key(visit: VisitRow) -> UUID:
    return visit.id


def _day(visit: VisitRow) -> str:
    return formats.show_date(visit.start.date())


def _visitor(visit: VisitRow) -> str:
    return visit.visitor


def _place(visit: VisitRow) -> str:
    return _(visit.place.label)
