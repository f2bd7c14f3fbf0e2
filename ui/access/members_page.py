"""Colleagues and rights: who works here in which role, and what each role may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.queries import members
from app.access.rules import ROLE_LABELS
from app.server.logins import has_logins
from app.together import together
from resources.text import _, ngettext, say
from ui import formats
from ui.access.member_form import MemberForm
from ui.access.rights_view import RightsView
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import Column, DataTable, name_key
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.access.queries import MemberRow
    from app.errors import Unavailable
    from ui.desk import Desk


class MembersPage(Page):
    """An office without a list trusts whoever opened it with everything."""

    features: ClassVar[frozenset[str]] = frozenset({"access"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        super().__init__(desk, parent)
        self.back_button = quiet_button(_("More"), "back")
        self.add_button = plain_button(_("Add colleague"), "person_add")
        self.table: DataTable[MemberRow] = DataTable(_member_columns(), _("Colleagues"))
        self.count = quiet("")
        self.form = MemberForm(desk)
        self.rights = RightsView()
        self.state = StateStack(self._people())
        self.tabs = Tabs(_("Colleagues and rights"))
        self.tabs.addTab(self.state, _("Colleagues"))
        self.tabs.addTab(_padded(self.rights), _("What each role may do"))
        self._arrange()
        self._connect()

    def _people(self) -> QWidget:
        list_half = QWidget()
        column = QVBoxLayout(list_half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        self.split = ListDetail(list_half, self.form)
        return _padded(self.split)

    def _arrange(self) -> None:
        header = PageHeader(
            _("Colleagues and rights"),
            _("Without a list everyone who opens this office may do everything."),
        )
        header.add_action(self.add_button)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back)
        self.add_button.clicked.connect(self.add)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self.form.saved.connect(self._on_saved)
        self.form.left.connect(self._on_left)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for the colleagues; a form stays as it is typed."""
        self.state.show_loading()
        pending = self.desk.ask(together, members, has_logins).then(self._on_members)
        pending.if_unavailable(self._on_unavailable)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the page comes into sight."""
        super().showEvent(event)
        self.refresh()

    def add(self) -> None:
        """Open the form of a new colleague; the first one is oneself, as an administrator."""
        self.tabs.setCurrentIndex(0)
        self.state.show_content()
        is_first = not self.table.rows()
        self.form.begin_new(self.desk.who if is_first else "", is_first=is_first)
        self.split.show_detail()

    def _on_members(self, found: tuple[tuple[MemberRow, ...], bool]) -> None:
        rows, is_shared = found
        if is_shared != self.form.is_shared:
            self.form.show_logins(is_shared=is_shared)
            self.table.set_columns(_member_columns(is_shared=is_shared))
        self.table.set_rows(rows, _key)
        active = sum(row.is_active for row in rows)
        self.count.setText(ngettext("{count} colleague", "{count} colleagues", active))
        if rows or self.form.is_open:
            self.state.show_content()
            return
        empty = EmptyState(
            _("Nobody is on the list yet. The first one is you, as an administrator."),
            _("Add yourself"),
            icon="clients",
        )
        empty.acted.connect(self.add)
        self.state.show_empty(empty)

    def _on_row_chosen(self, row: MemberRow | None) -> None:
        if row is not None:
            self.form.begin_change(row)

    def _on_row_activated(self, _row: MemberRow) -> None:
        self.split.show_detail()

    def _on_saved(self, name: str) -> None:
        self.split.show_list()
        self.said.emit(_("{name} is saved.").format(name=name), None)
        self.refresh()

    def _on_left(self) -> None:
        self.split.show_list()
        self.refresh()

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _padded(widget: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, spacing(12), 0, 0)
    layout.addWidget(widget)
    return holder


def _key(row: MemberRow) -> object:
    return row.id


def _member_columns(*, is_shared: bool = False) -> tuple[Column[MemberRow], ...]:
    logins = (Column(_("Login"), _login),) if is_shared else ()
    return (
        Column(
            _("Name"),
            lambda row: row.name,
            "stretch",
            strong=True,
            tone=lambda row: "" if row.is_active else "quiet",
            sort=lambda row: name_key(row.name),
        ),
        Column(_("Role"), lambda row: _(ROLE_LABELS[row.role])),
        *logins,
        Column(_("State"), _state),
    )


def _login(row: MemberRow) -> str:
    return row.login or "–"


def _state(row: MemberRow) -> str:
    day = formats.show_date(row.since.astimezone().date())
    return _("since {day}").format(day=day) if row.is_active else _("has left")
