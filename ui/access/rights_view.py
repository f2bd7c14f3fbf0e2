"""What each role may do: the special rights, and below them every kind of data in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.rules import RIGHT_LABELS, RIGHTS, ROLE_LABELS, Right, Role
from app.access.telling import READS_WORDS, rights_of
from resources.text import _
from ui.style import length, spacing
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import heading, quiet
from ui.widgets.table import Column, DataTable, name_key
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.access.telling import ToldRights


class RightsView(QWidget):
    """Two tables; nothing in them can be changed, they are what the program and server obey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the coordinator's rights at first."""
        super().__init__(parent)
        self.rights: DataTable[Right] = DataTable(_right_columns(), _("Special rights"))
        self.rights.set_rows(list(Right))
        self.role: ChoiceField[str] = ChoiceField(
            [(role.value, _(ROLE_LABELS[role])) for role in Role]
        )
        self.role.setAccessibleName(_("Role"))
        self.role.setMaximumWidth(length(280))
        self.data: DataTable[ToldRights] = DataTable(_data_columns(), _("Data"))
        self.tabs = Tabs(_("What each role may do"))
        self.tabs.addTab(_padded(self.rights), _("Special rights"))
        self.tabs.addTab(_padded(self._by_role()), _("Data by role"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.role.changed.connect(self._on_role)
        self.role.set_value(Role.COORDINATOR.value)
        self._on_role()

    def _by_role(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout()
        row.setSpacing(spacing(12))
        row.addWidget(heading(_("What may this role do?")))
        row.addWidget(self.role, 1)
        row.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        column.addLayout(row)
        column.addWidget(self.data, 1)
        column.addWidget(
            quiet(_("On a shared office the server itself refuses everything else, to everybody."))
        )
        return holder

    def _on_role(self) -> None:
        told = rights_of(Role(self.role.value()))
        self.data.set_rows(sorted(told, key=lambda row: name_key(_(row.title))), _key)


def _padded(widget: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, spacing(12), 0, 0)
    layout.addWidget(widget)
    return holder


def _key(row: ToldRights) -> object:
    return row.table


def _data_columns() -> tuple[Column[ToldRights], ...]:
    return (
        Column(_("What"), lambda row: _(row.title), "stretch", strong=True, least=180),
        Column(_("Reads"), lambda row: _(READS_WORDS[row.reads]), "stretch", least=160),
        Column(_("Adds"), lambda row: _yes(row.adds), align="center"),
        Column(_("Changes"), _changes, align="center"),
        Column(_("Deletes"), lambda row: _yes(row.deletes), align="center"),
    )


def _yes(may: bool) -> str:  # noqa: FBT001 - one cell
    return _("yes") if may else "–"


def _changes(row: ToldRights) -> str:
    return _("some details") if row.changes and row.some_columns else _yes(row.changes)


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
