"""Colleagues and rights: who works here in which role, and what each role may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.queries import members
from app.access.rules import RIGHT_LABELS, RIGHTS, ROLE_LABELS, Right, Role
from resources.text import _, ngettext, say
from ui import formats
from ui.access.member_form import MemberForm
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
    from collections.abc import Callable

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
        self.rights: DataTable[Right] = DataTable(_right_columns(), _("What each role may do"))
        self.rights.set_rows(list(Right))
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
        self.desk.ask(members).then(self._on_members).if_unavailable(self._on_unavailable)

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

    def _on_members(self, rows: tuple[MemberRow, ...]) -> None:
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


def _member_columns() -> tuple[Column[MemberRow], ...]:
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
        Column(_("State"), _state),
    )


def _state(row: MemberRow) -> str:
    day = formats.show_date(row.since.astimezone().date())
    return _("since {day}").format(day=day) if row.is_active else _("has left")


def _right_columns() -> tuple[Column[Right], ...]:
    return (
        Column(_("May"), lambda right: _(RIGHT_LABELS[right]), "stretch", strong=True, least=200),
        *(_role_column(role) for role in Role),
    )


def _role_column(role: Role) -> Column[Right]:
    return Column(
        _(ROLE_LABELS[role]),
        _has(role),
        align="center",
        tone=lambda right: "done" if role in RIGHTS[right] else "quiet",
    )


def _has(role: Role) -> Callable[[Right], str]:
    return lambda right: _("yes") if role in RIGHTS[right] else "–"
