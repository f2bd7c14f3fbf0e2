"""One requirement: what holds, by which source, and how it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.volunteers.rules import KIND_LABELS, STAGE_LABELS, RequirementKind
from resources.text import _, ngettext
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading, quiet
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from app.volunteers.queries import RequirementHistory
    from app.volunteers.rules import Requirement


class RequirementCard(QWidget):
    """The last version can be changed from a day on, ended, or continued."""

    change_wanted = Signal()
    end_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self._head = heading("")
        self._whose = quiet("")
        self._facts = FactGrid(
            [_("Kind"), _("Needed before"), _("A proof holds"), _("Asked anew"), _("Grace"),
             _("When inspected"), _("Deleted"), _("In force"), _("Source")]
        )  # fmt: skip
        self.change_button = plain_button(_("Change from a day on"), "edit")
        self.end_button = quiet_button(_("Require no longer"), "close")
        self.go_on_button = quiet_button(_("Require on after all"), "undo")
        self._versions = Timeline()
        self._before = Card(_("As it was, is and will be"))
        self._before.add(self._versions)
        card = Card()
        buttons = FlowLayout(gap=spacing(8))
        for button in (self.change_button, self.end_button, self.go_on_button):
            buttons.addWidget(button)
        for part in (self._head, self._whose, self._facts):
            card.add(part)
        card.add(buttons)
        kept = _("Proofs that are noted keep their last day when a requirement changes.")
        card.add(quiet(kept))
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for shown in (card, self._before):
            body.add(shown)
        body.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(body)
        self.change_button.clicked.connect(self.change_wanted)
        self.end_button.clicked.connect(self.end_wanted)
        self.go_on_button.clicked.connect(self.go_on_wanted)

    def show_history(self, history: RequirementHistory) -> None:
        """Show a requirement."""
        shown = history.current or history.versions[-1]
        self._head.setText(_(shown.title))
        self._whose.setText(_("As delivered") if history.is_delivered else _("Of this office"))
        self._facts.show_facts(_facts(shown))
        is_ended = history.versions[-1].valid_until is not None
        self.end_button.setVisible(not is_ended)
        self.go_on_button.setVisible(is_ended)
        self._before.setVisible(len(history.versions) > 1)
        self._versions.set_entries([_entry(one) for one in reversed(history.versions)])


def holds_words(one: Requirement) -> str:
    """Answer from when to when a version holds."""
    first = formats.show_day(one.valid_from)
    if one.valid_until is None:
        return _("from {day} on").format(day=first)
    return _("from {day} to {last}").format(day=first, last=formats.show_day(one.valid_until))


def months_words(count: int, none: str) -> str:
    """Answer a number of months, or what none of them means."""
    return ngettext("{count} month", "{count} months", count) if count else none


def _facts(one: Requirement) -> list[str]:
    is_certificate = one.kind is RequirementKind.CERTIFICATE
    age = months_words(one.most_age_months, "")
    delete = months_words(one.delete_months, _("as soon as somebody leaves"))
    return [
        _(KIND_LABELS[one.kind]),
        _(STAGE_LABELS[one.before_stage]),
        months_words(one.valid_months, _("for good")),
        ngettext("{count} day before its end", "{count} days before its end", one.warn_days)
        if one.valid_months
        else "",
        ngettext("{count} day after its end", "{count} days after its end", one.grace_days)
        if one.valid_months
        else "",
        _("at most {months} old").format(months=age) if age else "",
        _("{when} after leaving").format(when=delete) if is_certificate and one.delete_months
        else delete if is_certificate else "",
        holds_words(one),
        one.source,
    ]  # fmt: skip


def _entry(one: Requirement) -> TimelineEntry:
    told = (months_words(one.valid_months, _("for good")), one.source)
    return TimelineEntry(holds_words(one), _(one.title), " · ".join(filter(None, told)))
