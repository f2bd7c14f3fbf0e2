"""The side of a meeting beside the case: who is there, the agenda, papers, earlier minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from app.referrals.psp.rules import MeetingState
from resources.text import _
from ui import formats
from ui.referrals.psp.words import agency_words, case_name, paper_words
from ui.style import length
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.codes_field import CodesField
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import quiet, small
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.short_text_field import ShortTextField
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from app.referrals.psp.rows import ItemRow, MeetingView

_LEFT = Qt.AlignmentFlag.AlignLeft
_ROWS = 220
"""Height of the agenda, in pixels at 100 %."""


class TableSide(ScrollBody):
    """Tells what is wanted; the page carries it out."""

    item_chosen = Signal(object)
    """An `ItemRow`."""
    presence_changed = Signal(object, bool)
    """The id of a member, and whether they are there."""
    case_added = Signal(object)
    """The id of a case for the agenda."""
    minutes_saved = Signal(str)
    extract_wanted = Signal(str)
    minutes_wanted = Signal()
    agenda_wanted = Signal()
    approval_wanted = Signal(object)
    """The id of the earlier meeting."""

    def __init__(self) -> None:
        """Build the cards without a meeting."""
        super().__init__()
        self.agenda: DataTable[ItemRow] = DataTable(
            [
                Column(_("Case"), _case, "stretch", strong=True),
                Column(_("Agreed"), _agreed, tone=_agreed_tone),
            ],
            _("Cases on the agenda"),
        )
        self.agenda.setMinimumHeight(length(_ROWS))
        self.waiting: ChoiceField[str] = ChoiceField([("", _("No further case"))])
        self.waiting.setAccessibleName(_("Case for the agenda"))
        self.add_button = plain_button(_("Put on the agenda"), "add")
        self.general = ShortTextField(3)
        self.general_form = Form()
        self.general_form.add("minutes", _("In general, without people"), self.general)
        self.keep_button = plain_button(_("Save general minutes"))
        self.minutes_button = plain_button(_("Common minutes"), "document")
        self.agenda_button = plain_button(_("Agenda of the meeting"), "document")
        self.not_yet = quiet(_("Extracts and minutes are made once the meeting has begun."))
        self.papers = small("")
        self.presence: CodesField | None = None
        self._seats: list[tuple[str, str]] = []
        self.extract_buttons: dict[str, QPushButton] = {}
        self.cards = {
            "table": Card(_("At the table")),
            "agenda": Card(_("Cases on the agenda")),
            "papers": Card(_("Papers")),
            "general": Card(_("Minutes of the meeting")),
            "earlier": Card(_("Minutes to be approved")),
        }
        self._view: MeetingView | None = None
        self._build()

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting."""
        is_new = self._view is None or self._view.row.id != view.row.id
        self._view = view
        self.agenda.set_rows(view.items, _key)
        self._show_presence(view)
        may_write = view.approved_at is None
        names = [(str(case.id), case_name(case.number, case.name)) for case in view.waiting]
        self.waiting.set_options(names or [("", _("No further case"))])
        for widget in (self.waiting, self.add_button):
            widget.setVisible(may_write and bool(names))
        if is_new or not self.general_form.is_dirty():
            self.general.set_value(view.minutes)
            self.general_form.keep()
        self.general_form.set_read_only(not may_write)
        self.keep_button.setVisible(may_write)
        self._fill_papers(view)
        self._fill_earlier(view)

    def forget(self) -> None:
        """Let go of what was shown."""
        self._view = None
        self.agenda.set_rows(())
        self.general.set_value("")
        self.general_form.keep()
        for card in ("table", "earlier"):
            self.cards[card].clear()
        self.presence = None

    def _build(self) -> None:
        for listed in (self.agenda, self.waiting):
            self.cards["agenda"].add(listed)
        self.cards["agenda"].body.addWidget(self.add_button, 0, _LEFT)
        self.cards["general"].add(self.general_form)
        self.cards["general"].body.addWidget(self.keep_button, 0, _LEFT)
        for button in (self.agenda_button, self.minutes_button):
            self.cards["papers"].body.addWidget(button, 0, _LEFT)
        for told in (self.not_yet, self.papers):
            self.cards["papers"].add(told)
        for card in self.cards.values():
            self.add(card)
        self.end()
        self.minutes_button.clicked.connect(self.minutes_wanted)
        self.agenda_button.clicked.connect(self.agenda_wanted)
        self.agenda.row_chosen.connect(self._on_item)
        self.agenda.row_activated.connect(self._on_item)
        self.add_button.clicked.connect(self._on_add)
        self.keep_button.clicked.connect(self._on_keep)

    def _show_presence(self, view: MeetingView) -> None:
        names = [
            (str(row.member_id), f"{agency_words(row.agency)}: {row.name}") for row in view.presence
        ]
        if self.presence is None or names != self._seats:
            # Only then: whoever stands on a name goes on standing there.
            self._fill_presence(names)
        if self.presence is not None:
            # Nobody ticks here: what is half shown must not be taken for a wish.
            self.presence.blockSignals(True)  # noqa: FBT003 - as Qt has it
            self.presence.set_value(str(row.member_id) for row in view.presence if row.present)
            self.presence.blockSignals(False)  # noqa: FBT003 - as above
            self.presence.set_read_only(view.approved_at is not None)

    def _fill_presence(self, names: list[tuple[str, str]]) -> None:
        card = self.cards["table"]
        card.clear()
        self._seats, self.presence = names, None
        if not names:
            card.add(quiet(_("Nobody has a seat yet.")))
            return
        self.presence = CodesField(names)
        self.presence.setAccessibleName(_("At the table"))
        self.presence.changed.connect(self._on_presence)
        card.add(self.presence)

    def _fill_papers(self, view: MeetingView) -> None:
        has_begun = view.row.state != MeetingState.PLANNED
        self.not_yet.setVisible(not has_begun)
        self.minutes_button.setVisible(has_begun)
        wanted = view.at_table if has_begun else ()
        if tuple(self.extract_buttons) != wanted:
            # Only then: whoever stands on a button goes on standing there.
            self._make_extract_buttons(wanted)
        lines = "\n".join(paper_words(paper) for paper in view.papers)
        self.papers.setText(lines)
        self.papers.setVisible(bool(lines))

    def _make_extract_buttons(self, agencies: tuple[str, ...]) -> None:
        for button in self.extract_buttons.values():
            button.hide()
            button.deleteLater()
        self.extract_buttons = {}
        for at, agency in enumerate(agencies):
            words = _("Extract for {agency}").format(agency=agency_words(agency))
            button = plain_button(words, "document")
            button.setProperty("agency", agency)
            button.clicked.connect(self._on_extract)
            self.extract_buttons[agency] = button
            self.cards["papers"].body.insertWidget(at, button, 0, _LEFT)

    def _fill_earlier(self, view: MeetingView) -> None:
        card = self.cards["earlier"]
        card.clear()
        card.setVisible(bool(view.to_approve))
        for row in view.to_approve:
            when = formats.show_datetime(row.starts_at)
            button = plain_button(_("Approve the minutes of {when}").format(when=when), "check")
            button.setProperty("meeting", row.id.hex)
            button.clicked.connect(self._on_approve)
            card.body.addWidget(button, 0, _LEFT)

    def _on_item(self, row: ItemRow | None) -> None:
        if row is not None:
            self.item_chosen.emit(row)

    def _on_presence(self) -> None:
        if self._view is None or self.presence is None:
            return
        here = set(self.presence.value())
        for row in self._view.presence:
            if (str(row.member_id) in here) is not row.present:
                self.presence_changed.emit(row.member_id, not row.present)

    def _on_add(self) -> None:
        if chosen := self.waiting.value():
            self.case_added.emit(UUID(chosen))

    def _on_keep(self) -> None:
        self.minutes_saved.emit(self.general.value())

    def _on_extract(self) -> None:
        self.extract_wanted.emit(self.sender().property("agency"))

    def _on_approve(self) -> None:
        self.approval_wanted.emit(UUID(self.sender().property("meeting")))


def _key(row: ItemRow) -> object:
    return row.id


def _case(row: ItemRow) -> str:
    return case_name(row.number, row.name)


def _agreed(row: ItemRow) -> str:
    return _("Agreed") if row.decision else _("Not agreed yet")


def _agreed_tone(row: ItemRow) -> str:
    return "done" if row.decision else ""
