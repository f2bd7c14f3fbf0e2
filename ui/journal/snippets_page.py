"""Text snippets: short words and the texts they stand for, one's own and the office's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.journal.actions import delete_snippet, save_snippet
from app.journal.queries import SnippetRow, all_snippets
from app.journal.snippets import LONGEST_WORD, SIGN
from resources.text import _, say
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import CheckField, LongTextField, TextField
from ui.widgets.form import Form
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from ui.desk import Desk

_SHOWN = 80


class SnippetsPage(Page):
    """The list on the left, the chosen snippet's form on the right."""

    features: ClassVar[frozenset[str]] = frozenset({"journal"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; nothing is asked yet."""
        super().__init__(desk, parent)
        self._chosen: SnippetRow | None = None
        self._fresh: UUID = uuid4()
        self.table: DataTable[SnippetRow] = DataTable(_columns(), _("Text snippets"))
        self.table.row_chosen.connect(self._on_chosen)
        self.state = StateStack(self.table)
        self.state.retried.connect(self.refresh)
        self.form = Form()
        self.word, self.text = TextField(LONGEST_WORD), LongTextField(6)
        self.for_all = CheckField(_("For the whole office"))
        self.add_button = plain_button(_("New snippet"), "add")
        self.save_button = primary_button(_("Save snippet"))
        self.delete_button = quiet_button(_("Delete"), "bin")
        self.split = ListDetail(self.state, self._editor())
        self._arrange()
        self.add_button.clicked.connect(self.begin)
        self.save_button.clicked.connect(self.save)
        self.delete_button.clicked.connect(self.delete)

    def show_place(self, place: Place) -> None:
        """Show the list; the word "new" begins a snippet."""
        self.refresh()
        if place.doing == "new":
            self.begin()

    def refresh(self) -> None:
        """Ask again for the list."""
        pending = self.desk.ask(all_snippets).then(self._on_found)
        pending.if_unavailable(self._on_unavailable)

    def begin(self) -> None:
        """Begin a new snippet."""
        self._show(None)
        self._fresh = uuid4()
        self.split.show_detail()
        self.form.focus_field("word")

    def save(self) -> None:
        """Save what is typed; a problem stands beside its field."""
        if not self.form.check():
            return
        chosen = self._chosen
        pending = self.desk.act(
            save_snippet,
            chosen.id if chosen else self._fresh,
            chosen.version if chosen else 0,
            self.word.value().strip().removeprefix(SIGN),
            self.text.value(),
            for_all=self.for_all.value(),
        )
        pending.then(self._on_saved).if_refused(self._on_refused)

    def delete(self) -> None:
        """Let the chosen snippet go."""
        if self._chosen is not None:
            pending = self.desk.act(delete_snippet, self._chosen.id).then(self._on_deleted)
            pending.if_refused(self._on_refused)

    def _editor(self) -> QWidget:
        part = QWidget()
        self.form.add(
            "word",
            _("Short word"),
            self.word,
            hint=_("Typed in a note as “;word” and a space. Ctrl+Space lists all of them."),
        )
        self.form.add(
            "text",
            _("Text"),
            self.text,
            hint=_("{name}, {date}, {me} and {today} are filled in when it is written."),
        )
        self.form.add("for_all", _("For whom"), self.for_all)
        feet = QHBoxLayout()
        feet.setSpacing(spacing(8))
        feet.addWidget(self.delete_button)
        feet.addStretch()
        feet.addWidget(self.save_button)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        layout.addWidget(self.form)
        layout.addLayout(feet)
        layout.addStretch()
        return part

    def _arrange(self) -> None:
        self.back_button = quiet_button(_("More"), "back")
        self.back_button.clicked.connect(self._on_back)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch()
        header = PageHeader(_("Text snippets"), _("Short words that become whole sentences."))
        header.add_action(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.split, 1)
        for keys, slot in (("Ctrl+N", self.begin), ("Ctrl+S", self.save)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._show(None)

    def _show(self, row: SnippetRow | None) -> None:
        self._chosen = row
        self.form.clear_problems()
        self.word.set_value(row.word if row else "")
        self.text.set_value(row.text if row else "")
        self.for_all.set_value(row is not None and not row.who)
        self.delete_button.setEnabled(row is not None)

    def _on_found(self, rows: tuple[SnippetRow, ...]) -> None:
        self.table.set_rows(rows, keep=_identity)
        if rows:
            self.state.show_content()
            return
        sentence = _("A snippet saves typing what you write every day.")
        self.state.show_empty(EmptyState(sentence, icon="note"))

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_chosen(self, row: SnippetRow | None) -> None:
        if row is not None:
            self._show(row)

    def _on_saved(self, _snippet_id: UUID) -> None:
        self.said.emit(_("The snippet is saved."), None)
        self.begin()
        self.refresh()

    def _on_deleted(self, _nothing: None) -> None:
        self._show(None)
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _columns() -> list[Column[SnippetRow]]:
    return [
        Column(
            _("Snippet"),
            lambda row: f"{SIGN}{row.word}",
            width="stretch",
            quiet=lambda row: " ".join(row.text.split())[:_SHOWN],
            strong=True,
        ),
        Column(_("For whom"), lambda row: _("Only me") if row.who else _("Everybody")),
    ]


def _identity(row: SnippetRow) -> object:
    return row.id
