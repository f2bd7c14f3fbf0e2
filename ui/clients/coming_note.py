"""Says in a form what a new status rules out and offers to cancel it, and what it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.clients.queries import coming
from app.clients.rules import PersonStatus, Planned, Standing, is_ruled_out
from app.intake.rules import SERVICE_LABELS, Service
from app.matches.queries import matches_of
from app.matches.rules import OPEN_STAGES
from resources.text import _, ngettext
from ui import formats

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.clients.queries import Coming
    from app.matches.queries import MatchRow
    from ui.clients.parts_form import PartsForm
    from ui.desk import Desk
    from ui.widgets.banner import Banner

MOST_NAMED = 5
"""Lines that are named one by one."""


class ComingNote(QObject):
    """Watches the status of a form; the tick below is set when there is something to cancel."""

    def __init__(self, desk: Desk, fields: PartsForm, client_id: UUID) -> None:
        """Ask once for what is ahead of somebody."""
        super().__init__(fields)
        self._fields = fields
        self._coming: tuple[Coming, ...] = ()
        self._known: frozenset[Coming] = frozenset()
        self._client_id = client_id
        self._partners: tuple[str, ...] = ()
        for name in ("status", "status_from", "status_until"):
            fields.inputs[name].changed.connect(self._on_changed)
        asked = desk.ask(coming, client_id, desk.local_now.date())
        asked.then(self._on_found)
        desk.ask(matches_of, client_id).then(self._on_matches_found)

    @property
    def banner(self) -> Banner:
        """The list of what is ruled out."""
        return self._fields.ruled_out

    def _on_found(self, found: tuple[Coming, ...]) -> None:
        self._coming = found
        self._on_changed()

    def _on_matches_found(self, rows: tuple[MatchRow, ...]) -> None:
        self._partners = tuple(
            row.person_name if row.visitor_id == self._client_id else row.visitor_name
            for row in rows
            if row.stage in OPEN_STAGES
        )
        self._on_changed()

    def _on_changed(self) -> None:
        ruled_out = self._ruled_out()
        cancels = self._fields.inputs["cancels_visits"]
        if frozenset(ruled_out) != self._known:
            cancels.set_value(bool(ruled_out))
        self._known = frozenset(ruled_out)
        self._fields.field("cancels_visits").setVisible(bool(ruled_out))
        has_died = self._fields.inputs["status"].value() == PersonStatus.DECEASED
        said = [_sentence(ruled_out)] if ruled_out else []
        said += [_ending(self._partners)] if has_died and self._partners else []
        self.banner.setVisible(bool(said))
        if said:
            self.banner.set_text("\n".join(said))

    def _ruled_out(self) -> list[Coming]:
        status: str = self._fields.inputs["status"].value()
        since: date | None = self._fields.inputs["status_from"].value()
        until: date | None = self._fields.inputs["status_until"].value()
        is_pause = status == PersonStatus.PAUSED
        standing = Standing(PersonStatus(status), since, until if is_pause else None)
        return [
            one for one in self._coming if is_ruled_out(standing, one.planned, one.start.date())
        ]


def _sentence(ruled_out: list[Coming]) -> str:
    if all(one.planned is Planned.VISIT for one in ruled_out):
        count = ngettext(
            "{count} planned visit does not fit this status:",
            "{count} planned visits do not fit this status:",
            len(ruled_out),
        )
    else:
        count = _("What is planned does not fit this status:")
    named = [_line(one) for one in ruled_out[:MOST_NAMED]]
    if len(ruled_out) > MOST_NAMED:
        more = len(ruled_out) - MOST_NAMED
        named.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return "\n".join((count, *named))


def _ending(partners: tuple[str, ...]) -> str:
    """Say what ends with the save, whatever is ticked."""
    stays = _("Changing the status back does not undo this.")
    ends = _("This status ends the match with {names}.").format(names=", ".join(partners))
    return f"{ends} {stays}"


def _line(one: Coming) -> str:
    if one.planned is Planned.WAITING:
        return _("Waiting list: {stop}").format(stop=one.what)
    if one.planned is Planned.REQUEST:
        return _("Request: {service}").format(service=_(SERVICE_LABELS[Service(one.what)]))
    what = _("Mobile advice at home") if one.planned is Planned.HOME else one.what
    when = formats.show_day(one.start.date())
    return _("{day}, {time}, {visitor}").format(day=when, time=f"{one.start:%H:%M}", visitor=what)
