"""What the office requires of volunteers: dated, with sources; the past stays as it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.volunteers.queries import requirements_of_office
from app.volunteers.requiring import continue_requirement, end_requirement
from app.volunteers.rules import KIND_LABELS, STAGE_LABELS
from resources.text import _, ngettext, say
from ui.style import spacing
from ui.volunteers.requirement_card import RequirementCard, holds_words, months_words
from ui.volunteers.requirement_form import RequirementForm
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.errors import Refused, Unavailable
    from app.volunteers.queries import RequirementHistory
    from app.volunteers.rules import Requirement
    from ui.desk import Desk


class RequirementsPage(Page):
    """The list on the left, the chosen requirement or its form on the right."""

    features: ClassVar[frozenset[str]] = frozenset({"volunteers", "admin"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self.form: RequirementForm | None = None
        self._chosen = ""
        self._undo: Callable[[], None] | None = None
        self.back_button = quiet_button(_("More"), "back")
        self.add_button = plain_button(_("Add requirement"), "add")
        self.table: DataTable[RequirementHistory] = DataTable(_columns(), _("Requirements"))
        self.count = quiet("")
        self.card = RequirementCard()
        self._nothing = EmptyState(_("Choose a requirement to read or change it."), icon="check")
        self.detail = QStackedWidget()
        for part in (self._nothing, self.card):
            self.detail.addWidget(part)
        self.state = StateStack(self._halves())
        self._arrange()
        self.back_button.clicked.connect(self._on_back)
        self.add_button.clicked.connect(self.add)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.clicked.connect(self._on_clicked)
        self.card.change_wanted.connect(self.change)
        self.card.end_wanted.connect(self._on_end_wanted)
        self.card.go_on_wanted.connect(self._on_go_on_wanted)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again; a form stays as it is typed."""
        self.state.show_loading()
        asked = self.desk.ask(requirements_of_office, self.desk.local_now.date())
        asked.then(self._on_found).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show the requirements, or begin a "new" one."""
        self.refresh()
        if place.doing == "new":
            self.add()

    def first_focus(self) -> QWidget:
        """Begin at the rows."""
        return self.table

    def flush(self) -> None:
        """Save a draft at once."""
        if self.form is not None:
            self.form.keeper.flush()

    def add(self) -> None:
        """Begin a new requirement."""
        self._open(None)

    def change(self) -> None:
        """Let the chosen requirement hold otherwise from a day on."""
        if (row := self.table.current_row()) is not None:
            self._open(row)

    def _open(self, history: RequirementHistory | None) -> None:
        self._end_form()
        form = self.form = RequirementForm(self.desk, history)
        form.saved.connect(self._on_saved)
        form.left.connect(self._on_left)
        form.keeper.state_changed.connect(self.saved_state)
        self.detail.addWidget(form)
        self.detail.setCurrentWidget(form)
        self.split.show_detail()
        form.fields.focus_field("valid_from" if history else "title")

    def _end_form(self) -> None:
        if self.form is not None:
            self.form.keeper.flush()
            self.detail.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _halves(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        self.split = ListDetail(half, self.detail, list_share=1, detail_share=1)
        return self.split

    def _arrange(self) -> None:
        header = PageHeader(
            _("Requirements"),
            _("What volunteers must prove before they visit. Stages are computed from it."),
        )
        header.add_action(self.add_button)
        # A form has the whole of a narrow page, so the header goes with the list.
        self.split.list_shown.connect(header.setVisible)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.state, 1)

    def _on_found(self, found: tuple[RequirementHistory, ...]) -> None:
        self.table.set_rows(found, _code)
        now = sum(one.current is not None for one in found)
        self.count.setText(
            ngettext("{count} requirement holds today", "{count} requirements hold today", now)
        )
        self.state.show_content()
        chosen = next((one for one in found if one.code == self._chosen), None)
        if self.form is None and chosen is not None:
            self._show(chosen)
        elif self.form is None and found:
            self.table.choose_first()

    def _show(self, history: RequirementHistory) -> None:
        self._end_form()
        self._chosen = history.code
        self.card.show_history(history)
        self.detail.setCurrentWidget(self.card)

    def _on_row_chosen(self, history: RequirementHistory | None) -> None:
        if history is not None and (self.form is None or self.form.code != history.code):
            self._show(history)

    def _on_clicked(self) -> None:
        self.split.show_detail()

    def _on_row_activated(self, history: RequirementHistory) -> None:
        self._show(history)
        self.split.show_detail()
        self.card.change_button.setFocus()

    def _on_saved(self, code: str) -> None:
        self._end_form()
        self._chosen = code
        self.said.emit(_("The requirement is saved."), None)
        self.split.show_list()
        self.refresh()

    def _on_left(self) -> None:
        self._end_form()
        row = self.table.current_row()
        if row is None:
            self.detail.setCurrentWidget(self._nothing)
        else:
            self._show(row)
        self.table.setFocus()

    def _on_end_wanted(self) -> None:
        if (row := self.table.current_row()) is None:
            return
        last, today = row.versions[-1], self.desk.local_now.date()
        read, day = (last.valid_from, last.valid_until), max(today, last.valid_from)
        undo = partial(self._go_on, row.code, (last.valid_from, day))
        pending = self.desk.act(end_requirement, row.code, read, day)
        self._undo = undo
        pending.then(self._on_ended).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_ended(self, _code: str) -> None:
        self.said.emit(_("It is required until today and no longer."), self._undo)
        self.refresh()

    def _on_go_on_wanted(self) -> None:
        if (row := self.table.current_row()) is not None:
            last = row.versions[-1]
            self._go_on(row.code, (last.valid_from, last.valid_until))

    def _go_on(self, code: str, read: tuple[object, object]) -> None:
        pending = self.desk.act(continue_requirement, code, read)  # type: ignore[arg-type] # two days
        pending.then(self._on_gone_on).if_refused(self._on_refused)

    def _on_gone_on(self, _code: str) -> None:
        self.said.emit(_("It goes on being required."), None)
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))


def _code(history: RequirementHistory) -> object:
    return history.code


def _columns() -> tuple[Column[RequirementHistory], ...]:
    return (
        Column(
            _("Required"), lambda row: _(_last(row).title), "stretch", strong=True, least=210,
            quiet=_kind_and_time, tone=lambda row: "" if row.current else "quiet",
        ),
        Column(_("Before"), lambda row: _(STAGE_LABELS[_last(row).before_stage]), 110),
        Column(
            _("Proof holds"), lambda row: months_words(_last(row).valid_months, _("for good")), 110
        ),
    )  # fmt: skip


def _kind_and_time(row: RequirementHistory) -> str:
    shown = _last(row)
    return f"{_(KIND_LABELS[shown.kind])} · {holds_words(shown)}"


def _last(row: RequirementHistory) -> Requirement:
    return row.current or row.versions[-1]
