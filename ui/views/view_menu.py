"""The views of a list behind one button: choose one, change its columns, keep it under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QVBoxLayout, QWidget

from app.exchange.views.actions import (
    delete_view,
    remember_view,
    rename_view,
    save_view,
    share_view,
)
from app.exchange.views.queries import last_view, saved_views
from app.exchange.views.rules import SavedViewRow, View
from resources.text import _
from ui.views.view_questions import ColumnsQuestion, NameQuestion
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from ui.desk import Desk


class ViewMenu(QWidget):
    """Knows which view a list has; `chosen` says that it shall have another one."""

    chosen = Signal(object)
    """A `View` to be shown."""
    said = Signal(str, object)
    """A sentence for the toast, and a callable that undoes it (or None)."""

    def __init__(
        self,
        desk: Desk,
        list_name: str,
        options: Callable[[], Sequence[tuple[str, str]]],
        usual: Sequence[str],
    ) -> None:
        """Serve a list; `options` answers its columns, each (key, title)."""
        super().__init__()
        self._desk, self._list_name, self._options = desk, list_name, options
        self._usual = tuple(usual)
        self._rows: tuple[SavedViewRow, ...] = ()
        self._current: SavedViewRow | None = None
        self._deleted: SavedViewRow | None = None
        self._wanted: UUID | None = None
        self._is_loaded = False
        self.view = View(columns=self._usual)
        self.button: QPushButton = quiet_button(_("View"), "eye")
        self.menu = QMenu(self.button)
        self.menu.setAccessibleName(_("Views of the list"))
        self.button.setMenu(self.menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.setFocusProxy(self.button)
        self.menu.aboutToShow.connect(self._build)
        self._name_button()

    def load(self) -> None:
        """Ask which views there are, and the first time how the list was left."""
        if not self._is_loaded:
            self._desk.ask(last_view, self._list_name).then(self._on_last_known)
            self._is_loaded = True
        self._reload()

    def note_filters(self, filters: tuple[tuple[str, str], ...]) -> None:
        """Take note of what the list is narrowed down to; a view that is saved has it too."""
        self.view = View(self.view.columns, filters, self.view.order)

    def choose_columns(self) -> None:
        """Ask for the columns."""
        asked = ColumnsQuestion(self.window(), self._options(), self.view.columns, self._usual)
        if asked.exec() == QDialog.DialogCode.Accepted:
            self.view = View(asked.chooser.value(), self.view.filters, self.view.order)
            self._name_button()
            self._remember()
            self.chosen.emit(self.view)

    def save(self) -> None:
        """Ask for a name and keep the view under it."""
        asked = NameQuestion(self.window(), _("Save view"), _("Save view"), can_share=True)
        if asked.exec() == QDialog.DialogCode.Accepted:
            pending = self._desk.act(
                save_view,
                self._list_name,
                asked.name.value(),
                self.view,
                is_shared=asked.shared.value(),
            )
            pending.then(self._on_saved)

    def rename(self) -> None:
        """Ask for another name of the view in use."""
        row = self._current
        if row is None:
            return
        title = _("Rename view")
        asked = NameQuestion(self.window(), title, title, value=row.title)
        if asked.exec() == QDialog.DialogCode.Accepted:
            pending = self._desk.act(rename_view, row.id, asked.name.value(), row.version)
            pending.then(self._on_changed)

    def delete(self) -> None:
        """Throw the view in use away; the toast brings it back."""
        row = self._current
        if row is not None:
            self._desk.act(delete_view, row.id, row.version).then(self._on_deleted)

    def share(self) -> None:
        """Offer the view in use to everybody, or to nobody else again."""
        row = self._current
        if row is not None:
            turned = not row.is_shared
            pending = self._desk.act(share_view, row.id, row.version, is_shared=turned)
            pending.then(self._on_changed)

    def use(self, row: SavedViewRow | None) -> None:
        """Show a saved view, or the usual one."""
        self._current = row
        self.view = row.view if row is not None else View()
        if not self.view.columns:
            self.view = View(self._usual, self.view.filters, self.view.order)
        self._name_button()
        self._remember()
        self.chosen.emit(self.view)

    def _build(self) -> None:
        """Fill the menu; the present view is ticked."""
        self.menu.clear()
        self._add_view(_("Usual view"), None)
        for row in self._rows:
            self._add_view(_title(row), row)
        self.menu.addSeparator()
        self.menu.addAction(_("Choose columns …"), self.choose_columns)
        self.menu.addAction(_("Save as view …"), self.save)
        if self._current is not None and self._current.is_mine:
            self.menu.addSeparator()
            self.menu.addAction(_("Rename view …"), self.rename)
            share = self.menu.addAction(_("Offer to all colleagues"), self.share)
            share.setCheckable(True)
            share.setChecked(self._current.is_shared)
            self.menu.addAction(_("Delete view"), self.delete)

    def _add_view(self, words: str, row: SavedViewRow | None) -> None:
        action = QAction(shown(words).replace("&", "&&"), self.menu)
        action.setCheckable(True)
        now = self._current.id if self._current else None
        is_usual = row is not None or self.view.columns == self._usual
        action.setChecked(is_usual and now == (row.id if row else None))
        action.setData(None if row is None else row.id.hex)
        action.triggered.connect(self._on_view_triggered)
        self.menu.addAction(action)

    def _name_button(self) -> None:
        """Say on the button which view is in use."""
        other = _("usual") if self.view.columns == self._usual else _("own columns")
        name = self._current.title if self._current is not None else other
        words = _("View: {name}").format(name=shown(name))
        self.button.setText(words.replace("&", "&&"))
        self.button.setAccessibleName(words)

    def _remember(self) -> None:
        """Keep the columns for the next time; what was narrowed down is open again then."""
        self._desk.act(remember_view, self._list_name, View(columns=self.view.columns))

    def _reload(self) -> None:
        self._desk.ask(saved_views, self._list_name).then(self._on_views_known)

    def _on_view_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            found = (row for row in self._rows if row.id.hex == action.data())
            self.use(next(found, None))

    def _on_last_known(self, view: View) -> None:
        if view.columns and view.columns != self.view.columns:
            self.view = View(view.columns, self.view.filters, self.view.order)
            self._name_button()
            self.chosen.emit(self.view)

    def _on_views_known(self, rows: tuple[SavedViewRow, ...]) -> None:
        self._rows = rows
        now = self._current.id if self._current is not None else None
        wanted, self._wanted = self._wanted or now, None
        self._current = next((row for row in rows if row.id == wanted), None)
        self._name_button()

    def _on_saved(self, view_id: UUID) -> None:
        """Take the view that was just saved as the one in use."""
        self._wanted = view_id
        self._reload()

    def _on_changed(self, _nothing: None) -> None:
        self._reload()

    def _on_deleted(self, _nothing: None) -> None:
        row, self._current = self._current, None
        self._name_button()
        self._reload()
        if row is not None:
            self._deleted = row
            self.said.emit(_("View {name} is deleted.").format(name=row.title), self._restore)

    def _restore(self) -> None:
        row = self._deleted
        if row is not None:
            pending = self._desk.act(
                save_view, self._list_name, row.title, row.view, is_shared=row.is_shared
            )
            pending.then(self._on_saved)


def _title(row: SavedViewRow) -> str:
    """Answer the name of a view; those of colleagues say whose they are."""
    return row.title if row.is_mine else f"{row.title} ({row.who})"
