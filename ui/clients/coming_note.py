"""Says in a form which planned visits a new status rules out, and offers to cancel them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.clients.queries import coming_visits
from app.clients.rules import PersonStatus, Standing, why_no_visit
from resources.text import _, ngettext
from ui import formats

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.clients.queries import ComingVisit
    from ui.clients.parts_form import PartsForm
    from ui.desk import Desk
    from ui.widgets.banner import Banner

MOST_NAMED = 5
"""Visits that are named one by one."""


class ComingNote(QObject):
    """Watches the status of a form; the tick below is set when there is something to cancel."""

    def __init__(self, desk: Desk, fields: PartsForm, client_id: UUID) -> None:
        """Ask once for the visits ahead of somebody."""
        super().__init__(fields)
        self._fields = fields
        self._visits: tuple[ComingVisit, ...] = ()
        self._known: frozenset[ComingVisit] = frozenset()
        for name in ("status", "status_from", "status_until"):
            fields.inputs[name].changed.connect(self._on_changed)
        asked = desk.ask(coming_visits, client_id, desk.local_now.date())
        asked.then(self._on_visits)

    @property
    def banner(self) -> Banner:
        """The list of what is ruled out."""
        return self._fields.ruled_out

    def _on_visits(self, visits: tuple[ComingVisit, ...]) -> None:
        self._visits = visits
        self._on_changed()

    def _on_changed(self) -> None:
        ruled_out = self._ruled_out()
        cancels = self._fields.inputs["cancels_visits"]
        if frozenset(ruled_out) != self._known:
            cancels.set_value(bool(ruled_out))
        self._known = frozenset(ruled_out)
        self._fields.field("cancels_visits").setVisible(bool(ruled_out))
        self.banner.setVisible(bool(ruled_out))
        if ruled_out:
            self.banner.set_text(_sentence(ruled_out))

    def _ruled_out(self) -> list[ComingVisit]:
        status: str = self._fields.inputs["status"].value()
        since: date | None = self._fields.inputs["status_from"].value()
        until: date | None = self._fields.inputs["status_until"].value()
        is_pause = status == PersonStatus.PAUSED
        standing = Standing(PersonStatus(status), since, until if is_pause else None)
        return [
            visit
            for visit in self._visits
            if why_no_visit(standing, visit.start.date(), "") is not None
        ]


def _sentence(visits: list[ComingVisit]) -> str:
    count = ngettext(
        "{count} planned visit does not fit this status:",
        "{count} planned visits do not fit this status:",
        len(visits),
    )
    named = [_line(visit) for visit in visits[:MOST_NAMED]]
    if len(visits) > MOST_NAMED:
        more = len(visits) - MOST_NAMED
        named.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return "\n".join((count, *named))


def _line(visit: ComingVisit) -> str:
    when = formats.show_day(visit.start.date())
    return _("{day}, {time}, {visitor}").format(
        day=when, time=f"{visit.start:%H:%M}", visitor=visit.visitor
    )
