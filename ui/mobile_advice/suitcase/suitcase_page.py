"""The tab of suitcases: which are on the way; pack one, return one, give a lost one up."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.rules import NO_RIGHT, RIGHT_LABELS, Right
from app.errors import Problem
from app.mobile_advice.suitcase.actions import give_up_suitcase
from app.mobile_advice.suitcase.people import packable_days
from app.mobile_advice.suitcase.queries import may_take_along, suitcases
from app.mobile_advice.suitcase.rules import SuitcaseState
from resources.text import _, say
from ui.mobile_advice.suitcase.pack_form import PackForm
from ui.mobile_advice.suitcase.return_view import ReturnView
from ui.mobile_advice.suitcase.words import columns, loss_of, other_copy
from ui.style import length, spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.question import Question
from ui.widgets.shown_stack import ShownStack
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.mobile_advice.suitcase.packing import Packed
    from app.mobile_advice.suitcase.people import PackableDay
    from app.mobile_advice.suitcase.queries import SuitcaseRow
    from ui.desk import Desk

_LEAST_LIST = 150
"""Pixels at 100 % in which some suitcases can be seen."""
_LAID_OUT = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show})
_AWAY = (SuitcaseState.PACKED, SuitcaseState.EXPIRED)


class SuitcasePage(Page):
    """The list; packing and returning take its place while they last."""

    features: ClassVar[frozenset[str]] = frozenset({"suitcase", "tours"})

    def __init__(self, desk: Desk) -> None:
        """Build the list."""
        super().__init__(desk)
        self._wanted_day: UUID | None = None
        self._wanted: UUID | None = None
        self._file: Path | None = None
        self._may_pack = True
        self.form: PackForm | None = None
        self.returning: ReturnView | None = None
        self.table: DataTable[SuitcaseRow] = DataTable(columns(), _("Suitcases"))
        self.table.setMinimumHeight(length(_LEAST_LIST))
        self.table.row_chosen.connect(self._on_row_chosen)
        self.pack_button = primary_button(_("Pack a suitcase"), "bag")
        self.return_button = plain_button(_("Return a suitcase"), "download")
        self.lost_button = plain_button(_("Give it up as lost"))
        self.pack_button.clicked.connect(self.pack)
        self.return_button.clicked.connect(self.take_back)
        self.lost_button.clicked.connect(self.give_up)
        self.remark = quiet("")
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Give the buttons above the list their room, also in several lines."""
        done = super().event(event)
        if event.type() in _LAID_OUT:
            # Now the header has turned its buttons to the side or below.
            high = self.header.heightForWidth(self.width())
            if self.header.minimumHeight() != high:
                self.header.setMinimumHeight(high)
        return done

    def refresh(self) -> None:
        """Ask for the suitcases anew; what is being packed or returned stays."""
        self.state.show_loading()
        self.desk.ask(may_take_along).then(self._on_right_known)
        self.desk.ask(suitcases).then(self._on_found).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show the list; "pack" with the id of a tour day begins to pack, "return" to return."""
        if place.doing == "pack":
            self._wanted_day = place.record
            self.pack()
        elif place.doing == "return":
            self.take_back()
        elif place.record is not None:
            self._wanted = place.record
            self._show_list()

    def first_focus(self) -> QWidget | None:
        """Begin in the list, or where packing and returning begin."""
        return self.table if self.stack.currentWidget() is self._list else None

    def pack(self) -> None:
        """Ask whether this person may, and which tours there are, then begin the form."""
        pending = self.desk.ask(may_take_along).then(self._on_may_pack)
        pending.if_unavailable(self._on_unavailable)

    def take_back(self) -> None:
        """Begin to return a suitcase; where it was packed from here, its place is known."""
        file = self._file if self._file is not None and self._file.is_file() else None
        view = ReturnView(self.desk, file)
        view.left.connect(self._show_list)
        view.ended.connect(self.refresh)
        self.returning = view
        self._show(view)
        view.begin()

    def give_up(self) -> None:
        """Ask how the chosen suitcase was lost, then say so for everyone."""
        row = self.table.current_row()
        if row is None or row.state not in _AWAY:
            return
        reason = Question.ask_text(
            self,
            _("Give up the suitcase of {tour}?").format(tour=row.tour),
            _("How was it lost? The office takes nothing from it any more."),
            _("Give it up"),
        )
        if reason is not None:
            act = self.desk.act(give_up_suitcase, row.id, row.version, loss_of(row.tour, reason))
            act.then(self._on_given_up).if_refused(self._on_refused)
            act.if_unavailable(self._on_unavailable)

    def _lay_out(self) -> None:
        self._list = QWidget()
        # Above the stack: only there its buttons find room in several lines.
        self.header = PageHeader(
            _("Suitcases"),
            _("A tour takes along what it needs, encrypted and without a network."),
        )
        self.header.add_action(self.return_button)
        self.header.add_action(self.pack_button)
        foot = QHBoxLayout()
        foot.setSpacing(spacing(12))
        foot.addWidget(self.lost_button)
        foot.addWidget(self.remark, 1)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table, 1)
        inside.addLayout(foot)
        self.state = StateStack(holder)
        self.state.retried.connect(self.refresh)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state, 1)
        self.stack = ShownStack()
        self.stack.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addWidget(self.stack, 1)

    def _show(self, part: QWidget) -> None:
        self._drop_parts(part)
        self.header.hide()
        self.stack.addWidget(part)
        self.stack.setCurrentWidget(part)

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self._list)
        self.header.show()
        self._drop_parts(None)
        self.refresh()
        self.table.setFocus()

    def _drop_parts(self, but: QWidget | None) -> None:
        for part in (self.form, self.returning):
            if part is not None and part is not but:
                self.stack.removeWidget(part)
                part.deleteLater()
        self.form = self.form if self.form is but else None
        self.returning = self.returning if self.returning is but else None

    def _on_right_known(self, may: bool) -> None:  # noqa: FBT001 - the answer of a question
        self._may_pack = may
        self.pack_button.setVisible(may)

    def _on_may_pack(self, may: bool) -> None:  # noqa: FBT001 - the answer of a question
        if not may:
            right = Problem(RIGHT_LABELS[Right.TAKE_ALONG])
            self.said.emit(say(Problem(NO_RIGHT, values={"right": right})), None)
            return
        pending = self.desk.ask(packable_days, self.desk.local_now.date()).then(self._on_days)
        pending.if_unavailable(self._on_unavailable)

    def _on_days(self, days: Sequence[PackableDay]) -> None:
        if not days:
            self.said.emit(_("There is no tour in the next weeks. Plan one first."), None)
            return
        form = PackForm(self.desk, days)
        if self._wanted_day is not None:
            form.choose(self._wanted_day)
            self._wanted_day = None
        form.left.connect(self._show_list)
        form.packed.connect(self._on_packed)
        self.form = form
        self._show(form)
        form.begin()

    def _on_packed(self, packed: Packed) -> None:
        self._file = packed.file
        self._show_list()
        self.said.emit(_("The suitcase lies ready: {file}").format(file=packed.file), None)

    def _on_found(self, rows: Sequence[SuitcaseRow]) -> None:
        if not rows:
            empty = EmptyState(
                _("No suitcase was packed yet. Pack one before the bus sets off."),
                _("Pack a suitcase") if self._may_pack else "",
                icon="bag",
            )
            empty.acted.connect(self.pack)
            self.state.show_empty(empty)
            return
        self.state.show_content()
        self.table.set_rows(rows, keep=_id)
        if self._wanted is not None:
            self.table.choose(self._wanted)
            self._wanted = None
        self._on_row_chosen(self.table.current_row())

    def _on_row_chosen(self, row: SuitcaseRow | None) -> None:
        is_away = row is not None and row.state in _AWAY
        self.lost_button.setEnabled(is_away)
        self.remark.setText(_remark(row) if row is not None else "")

    def _on_given_up(self, _suitcase_id: UUID) -> None:
        self.said.emit(_("Given up. A task says what is to be checked now."), None)
        self.refresh()

    def _on_refused(self, error: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in error.problems), None)
        self.refresh()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _id(row: SuitcaseRow) -> UUID:
    return row.id


def _remark(row: SuitcaseRow) -> str:
    if row.state is SuitcaseState.GIVEN_UP:
        return _("Given up by {who}: {reason}").format(who=row.ended_by, reason=_(row.reason))
    if row.state is SuitcaseState.RETURNED:
        said = _("Returned by {who}.").format(who=row.ended_by)
        return f"{said} {other_copy()}" if row.open else said
    if row.brought:
        return _("The return was begun and is not finished. Return it again.")
    return _("What is changed here meanwhile is compared when it comes back.")
