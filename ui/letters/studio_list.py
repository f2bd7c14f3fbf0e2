"""The list of templates, delivered and own; the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.studio.actions import (
    copy_template,
    new_template,
    rename_template,
    switch_template,
)
from app.letters.studio.queries import studio_lines
from resources.text import _, say
from ui.letters.studio_card import StudioCard
from ui.letters.studio_new import ask_new_template
from ui.letters.studio_words import (
    languages_of,
    origin_of,
    status_icon,
    status_tone,
    summary_of,
    title_of,
    worst_of,
)
from ui.style import spacing
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.question import Question
from ui.widgets.table import Column, DataTable, name_key

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.letters.studio.rows import StudioLine
    from ui.desk import Desk


class StudioList(QWidget):
    """Enter on a template opens its text in the language that the others follow."""

    edit_wanted = Signal(str, str)
    """Code and language of a text."""
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list; nothing is asked yet."""
        super().__init__(parent)
        self._desk = desk
        self._language = ""
        self.lines: tuple[StudioLine, ...] = ()
        self.table: DataTable[StudioLine] = DataTable(_columns(), _("Templates"))
        self.state = StateStack(self.table)
        self.card = StudioCard()
        self.detail = StateStack(self.card)
        self.split = ListDetail(self.state, self.detail, list_share=3, detail_share=2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, 0)
        layout.addWidget(self.split)
        self._show_none()
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_activated.connect(self._on_activated)
        self.state.retried.connect(self.refresh)
        self.card.edit_wanted.connect(self.edit_wanted)
        self.card.copy_wanted.connect(self._on_copy_wanted)
        self.card.rename_wanted.connect(self._on_rename_wanted)
        self.card.switch_wanted.connect(self._on_switch_wanted)

    def refresh(self) -> None:
        """Ask again for the list, keeping what is chosen."""
        pending = self._desk.ask(studio_lines).then(self._on_lines)
        pending.if_unavailable(self._on_unavailable)

    def begin(self) -> None:
        """Ask for the title of a new template and open it."""
        answer = ask_new_template(self)
        if answer is not None:
            self._language = answer[1]
            pending = self._desk.act(new_template, uuid4(), *answer)
            pending.then(self._on_made).if_refused(self._on_refused)

    def _show_none(self) -> None:
        sentence = _("Choose a template to see its languages.")
        self.detail.show_empty(EmptyState(sentence, icon="letters"))

    def _on_lines(self, lines: tuple[StudioLine, ...]) -> None:
        self.lines = lines
        self.table.set_rows(lines, keep=_code)
        self.state.show_content()
        if self.table.current_row() is None and self.split.is_wide():
            self.table.choose_first()
        self._on_chosen(self.table.current_row())

    def _on_chosen(self, line: StudioLine | None) -> None:
        if line is None:
            self._show_none()
            return
        self.card.show_line(line)
        self.detail.show_content()

    def _on_activated(self, line: StudioLine) -> None:
        self.card.show_line(line)
        if self.split.is_wide():
            self.edit_wanted.emit(line.code, line.source_language)
        else:
            self.split.show_detail()
            self.card.table.setFocus()

    def _on_copy_wanted(self, line: StudioLine) -> None:
        title = Question.ask_text(
            self,
            _("Copy the template"),
            _("Title of the copy"),
            _("Copy"),
            value=_("{title}, own").format(title=title_of(line)),
        )
        if title is not None:
            self._language = line.source_language
            pending = self._desk.act(copy_template, uuid4(), line.code, title)
            pending.then(self._on_made).if_refused(self._on_refused)

    def _on_rename_wanted(self, line: StudioLine) -> None:
        title = Question.ask_text(
            self, _("Rename the template"), _("Title"), _("Rename"), value=line.title
        )
        if title is not None and title.strip() != line.title:
            pending = self._desk.act(rename_template, line.code, title)
            pending.then(self._on_renamed).if_refused(self._on_refused)

    def _on_renamed(self, before: str) -> None:
        self.said.emit(_("“{before}” is renamed.").format(before=before))

    def _on_switch_wanted(self, line: StudioLine) -> None:
        pending = self._desk.act(switch_template, line.code, is_on=not line.is_active)
        pending.then(self._on_switched).if_refused(self._on_refused)

    def _on_made(self, code: str) -> None:
        self.edit_wanted.emit(code, self._language)

    def _on_switched(self, was_on: bool) -> None:  # noqa: FBT001 - a slot
        if was_on:
            self.said.emit(_("The template is no longer offered."))
        else:
            self.said.emit(_("The template is offered again."))

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _columns() -> list[Column[StudioLine]]:
    return [
        Column(
            _("Template"),
            title_of,
            width="stretch",
            quiet=origin_of,
            strong=True,
            sort=lambda line: name_key(title_of(line)),
        ),
        Column(
            _("State"),
            lambda line: summary_of(line.texts),
            quiet=lambda line: languages_of(line.texts),
            icon=lambda line: status_icon(worst_of(line.texts)),
            tone=lambda line: status_tone(worst_of(line.texts)),
        ),
    ]


def _code(line: StudioLine) -> object:
    return line.code
