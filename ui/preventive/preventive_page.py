"""The page of preventive visits: who is due, figures and rules; letters go out in waves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from app.preventive.actions import record_answers, undo_answers
from app.preventive.offers import occasion_of
from app.preventive.queries import DueList, can_be_reminded
from app.preventive.rules import OPEN_STATES, Answer, OfferState
from resources.text import _, ngettext, say
from ui.exchange.exports import Exports
from ui.preventive.due_list import DueListView
from ui.preventive.figures_view import FiguresView
from ui.preventive.person_panel import PreventivePanel
from ui.preventive.rules_view import RulesView
from ui.preventive.wave_writer import WaveWriter
from ui.style import spacing
from ui.views.list_page import CardPage, export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows
from ui.widgets.page import Place
from ui.widgets.shown_stack import ShownStack
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused, Unavailable
    from app.preventive.offers import Before
    from app.preventive.queries import DuePeople, DueRow
    from ui.desk import Desk

_AT_ONCE = frozenset({OfferState.OFFERED, OfferState.DECLINED})
"""Answers that need no form: today, without a reason."""


class PreventivePage(CardPage):
    """On marked rows O is offered, D declined; A, L, V and X open a form about one."""

    features: ClassVar[frozenset[str]] = frozenset(
        {"preventive", "clients", "visiting", "households"}
    )
    list: DueListView
    panel: PreventivePanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = DueListView(desk)
        self.panel = PreventivePanel(desk)
        self.figures, self.rules = FiguresView(desk), RulesView(desk)
        self.writer: WaveWriter | None = None
        self.exports = Exports(self)
        self.tabs = Tabs(_("Preventive visits"))
        self.stack = ShownStack()
        self._answered: tuple[DueRow, ...] = ()
        self.export_button = export_button()
        self.letters_button = plain_button(_("Write letters"), "letters")
        self.letters_button.setToolTip(
            _("Letters to all who are listed, or to those who are marked")
        )
        self.export_button.clicked.connect(self._on_export_wanted)
        self.letters_button.clicked.connect(self._on_letters_wanted)
        self.build(_("Preventive visits"), self.export_button, self.letters_button,
                   search=self.list.search)  # fmt: skip

    def below_header(self) -> QWidget:
        """Answer the tabs, in whose place letters are written."""
        self.tabs.addTab(self.split, _("Who is due"))
        self.tabs.addTab(self.figures, _("Figures"))
        self.tabs.addTab(self.rules, _("Rules"))
        self.tabs.currentChanged.connect(self._on_tab_chosen)
        for view in (self.split, self.rules):
            view.setContentsMargins(0, spacing(12), 0, 0)
        self.stack.addWidget(self.tabs)
        return self.stack

    def connect_parts(self) -> None:
        """Let the list record answers, and the tabs tell what they did."""
        super().connect_parts()
        self.list.answer_wanted.connect(self._on_answer_wanted)
        self.figures.export_asked.connect(self.export_asked)
        self.rules.said.connect(self.said)
        self.rules.saved_state.connect(self.saved_state)

    def refresh(self) -> None:
        """Ask again for the tab that is shown; a form stays as it is typed."""
        shown = self.tabs.currentWidget()
        if shown is self.split:
            super().refresh()
        elif shown is self.figures:
            self.figures.refresh()
        else:
            self.rules.refresh()

    def flush(self) -> None:
        """Save drafts at once."""
        super().flush()
        self.rules.flush()

    def show_place(self, place: Place) -> None:
        """Show a person, a list, "figures", "rules", or begin "letters", "risk", "exemption"."""
        tabs: dict[str, QWidget] = {
            "figures": self.figures, "rules": self.rules, "rule": self.rules,
        }  # fmt: skip
        self._show_tab(tabs.get(place.doing, self.split))
        self.refresh()
        if place.doing in set(DueList):
            self.list.show_list(DueList(place.doing))
            self.split.show_list()
        elif place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "letters":
            self._on_letters_wanted()
        elif place.doing == "rule":
            self.rules.open_rule(str(place.record) if place.record else "")
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing in {"risk", "exemption"}:
                self.panel.add_span(place.record, is_exemption=place.doing == "exemption")
            elif place.doing == "answer":
                self.panel.edit(place.record)
            elif place.doing == "accept":
                self.panel.accept(place.record)

    def show_record(self, record_id: UUID) -> None:
        """Show the card of a person."""
        self.panel.show_record(record_id)
        self.split.show_detail()

    def on_chosen(self, record_id: UUID) -> None:
        """Show the person of what the arrows came to."""
        row = self.list.row_of(record_id)
        if row is not None:
            super().on_chosen(row.person_id)

    def on_add_wanted(self) -> None:
        """Write letters: nothing else is begun on this page."""
        self._on_letters_wanted()

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.person_button.setFocus()

    def _show_tab(self, tab: QWidget) -> None:
        self._leave_writer()
        self.tabs.setCurrentWidget(tab)

    def _on_tab_chosen(self, _index: int) -> None:
        is_list = self.tabs.currentWidget() is self.split
        self.export_button.setVisible(is_list)
        self.letters_button.setVisible(is_list)
        self.refresh()

    def _on_answer_wanted(self, state: OfferState) -> None:
        rows = self.list.marked()
        if state in _AT_ONCE:
            self._record(rows, state)
        elif len(rows) > 1:
            self.said.emit(_("Mark one person alone for this answer."), None)
        elif state is OfferState.EXEMPT:
            self.split.show_detail()
            self.panel.add_span(rows[0].person_id, is_exemption=True)
        else:
            self.split.show_detail()
            self.panel.answer_offer(rows[0].person_id, rows[0].id, state)

    def _record(self, rows: Sequence[DueRow], state: OfferState) -> None:
        self._answered = tuple(rows)
        following = self.list.after(rows)
        self.list.wanted = following.id if following is not None else None
        answer = Answer(state, self.desk.local_now.date())
        act = self.desk.act(record_answers, tuple(occasion_of(row) for row in rows), answer)
        act.then(self._on_recorded).if_refused(self._on_refused)
        act.if_unavailable(self._on_unavailable)

    def _on_recorded(self, before: tuple[Before, ...]) -> None:
        words = ngettext(
            "{count} answer is recorded.", "{count} answers are recorded.", len(before)
        )
        self.said.emit(words, partial(self._undo, before))
        self.refresh()

    def _undo(self, before: tuple[Before, ...]) -> None:
        act = self.desk.act(undo_answers, before)
        act.then(self._on_undone).if_refused(self._on_refused)
        act.if_unavailable(self._on_unavailable)

    def _on_undone(self, _nothing: None) -> None:
        self.refresh()

    def _on_letters_wanted(self) -> None:
        self._leave_writer()
        marked = self.list.marked()
        if len(marked) > 1:
            self._write(marked)
        else:
            self.list.ask_all().then(self._on_rows_to_write)

    def _on_rows_to_write(self, people: DuePeople) -> None:
        # Whether somebody lives alone is asked first; who is marked is written to anyhow.
        self._write([row for row in people.rows if row.alone_certain])

    def _write(self, rows: Sequence[DueRow]) -> None:
        days, today = self.list.days, self.desk.local_now.date()
        if days is None:
            return
        is_reminder = self.list.filters.value() in {DueList.TO_REMIND, DueList.WAITING}
        wanted = [
            row
            for row in rows
            if (can_be_reminded(row, days, today) if is_reminder else row.state in OPEN_STATES)
        ]
        if not wanted:
            self.said.emit(_("Nobody of this list is to be written to."), None)
            return
        writer = WaveWriter(self.desk, wanted, self.list.selection(), days, is_reminder=is_reminder)
        writer.left.connect(self._leave_writer)
        writer.made.connect(self._on_written)
        writer.place_wanted.connect(self.place_wanted)
        writer.said.connect(self._on_said)
        self.writer = writer
        self.stack.addWidget(writer)
        self.stack.setCurrentWidget(writer)
        self.header.hide()
        writer.fields.template.setFocus()

    def _leave_writer(self) -> None:
        if self.writer is None:
            return
        self.stack.setCurrentWidget(self.tabs)
        self.stack.removeWidget(self.writer)
        # A deleted child takes its room back only with the next layout.
        self.writer.setParent(None)
        self.writer.deleteLater()
        self.writer = None
        self.stack.updateGeometry()
        self.header.show()

    def _on_written(self, run_id: UUID) -> None:
        """Show the mailing: its files, who got none, digital post."""
        self._leave_writer()
        self.refresh()
        self.place_wanted.emit(Place("letters", run_id, "run"))

    def _on_export_wanted(self) -> None:
        self.list.ask_all().then(self._on_export_rows)

    def _on_export_rows(self, people: DuePeople) -> None:
        rows, columns = people.rows, self.list.columns
        offer: ExportOffer[DueRow] = ExportOffer(
            list_name="preventive",
            title=_("Preventive visits"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(rows),
            person_of=_person_id,
            is_protected=_is_protected,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)


def _person_id(row: DueRow) -> UUID:
    return row.person_id


def _is_protected(row: DueRow) -> bool:
    return row.address_protected
