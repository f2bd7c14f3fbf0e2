"""The template studio: list, words to avoid and targets; the editor takes their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.letters.composing.rules import TONGUES
from app.letters.studio.queries import studio_lines, studio_text
from app.letters.studio.rules import text_key
from resources.text import _
from ui.letters.studio_editor import StudioEditor
from ui.letters.studio_list import StudioList
from ui.letters.studio_targets import TargetsView
from ui.letters.studio_terms import TermsView
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from uuid import UUID

    from app.letters.studio.rows import StudioLine, StudioText
    from ui.desk import Desk


class StudioPage(Page):
    """Place("templates"): "new" begins one; "edit CODE LANGUAGE" and "draft" open a text."""

    features: ClassVar[frozenset[str]] = frozenset({"letters", "admin"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the lists; an editor is made when a text is opened."""
        super().__init__(desk, parent)
        self.editor: StudioEditor | None = None
        self._draft: UUID | None = None
        self._before = (0, 0)
        self.list = StudioList(desk)
        self.terms, self.targets = TermsView(desk), TargetsView(desk)
        self.new_button = plain_button(_("New template"), "add")
        self.back_button = quiet_button(_("More"), "back")
        self.tabs = Tabs(_("Templates"))
        self._lists = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lists)
        self._build()
        for part in (self.list, self.terms, self.targets):
            part.said.connect(self._on_said)
        self.list.edit_wanted.connect(self.open)
        self.new_button.clicked.connect(self.list.begin)
        self.back_button.clicked.connect(self._on_back)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self._lists)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.list.begin)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        for part in (self.list, self.terms, self.targets):
            part.refresh()
        if self.editor is not None:
            self.editor.refresh()

    def show_place(self, place: Place) -> None:
        """Show the list, or open what the place says."""
        self.refresh()
        doing, *words = place.doing.split() or [""]
        if doing == "edit" and len(words) == 2:  # noqa: PLR2004 - code and language
            self.open(*words)
        elif doing == "draft" and place.record is not None:
            self._draft = place.record
            self.desk.ask(studio_lines).then(self._on_lines_for_draft)
        elif doing == "new":
            self.list.begin()
        elif self.editor is None:
            self.list.table.setFocus()

    def open(self, code: str, language: str) -> None:
        """Open a text in the editor; what was typed into another one stays as its draft."""
        if self.editor is not None:
            self.editor.flush()
        self.desk.ask(studio_text, code, language).then(self._on_opened)

    def flush(self) -> None:
        """Save the draft of a text at once."""
        if self.editor is not None:
            self.editor.flush()

    def _on_opened(self, opened: StudioText) -> None:
        tab = self.editor.side.tabs.currentIndex() if self.editor is not None else 0
        self._drop_editor()
        self.editor = StudioEditor(self.desk, opened)
        self.editor.side.tabs.setCurrentIndex(tab)
        self.editor.keeper.state_changed.connect(self.saved_state)
        self.editor.left.connect(self._on_left)
        self.editor.outlived.connect(self._on_outlived)
        self.editor.language_wanted.connect(self._on_language_wanted)
        self.editor.said.connect(self._on_said)
        self._stack.addWidget(self.editor)
        self._stack.setCurrentWidget(self.editor)
        place, self._before = self._before, (0, 0)
        self.editor.go_back_to(*place)

    def _on_outlived(self) -> None:
        """Open the text anew as the office keeps it now, at the place that was looked at."""
        if self.editor is not None:
            self._before = self.editor.place()
            opened = self.editor.opened
            self.open(opened.line.code, opened.language)

    def _on_language_wanted(self, language: str) -> None:
        if self.editor is not None:
            self.open(self.editor.opened.line.code, language)

    def _on_left(self) -> None:
        self._stack.setCurrentWidget(self._lists)
        self._drop_editor()
        self.list.table.setFocus()

    def _drop_editor(self) -> None:
        if self.editor is not None:
            self._stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None

    def _on_lines_for_draft(self, lines: tuple[StudioLine, ...]) -> None:
        """Open the text whose key a draft has; it may be of a language without a text yet."""
        for line in lines:
            for tag in TONGUES:
                if text_key(line.code, tag) == self._draft:
                    self.open(line.code, tag)
                    return

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _build(self) -> None:
        for tab, name in (
            (self.list, _("Templates")),
            (self.terms, _("Words to avoid")),
            (self.targets, _("Targets")),
        ):
            self.tabs.addTab(tab, name)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch()
        header = PageHeader(_("Templates"), _("The texts of your letters, by language."))
        header.add_action(self.new_button)
        column = QVBoxLayout(self._lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(12))
        column.addLayout(back)
        column.addWidget(header)
        column.addWidget(self.tabs, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
