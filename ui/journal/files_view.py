"""The files that hang on a note: added by button or drop, opened or saved only when asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from app.errors import Unavailable
from app.journal.actions import attach_file, take_attachment_off
from app.journal.actions.taking_out import take_file_out
from app.journal.contents import ContentKind
from app.journal.contents.files import read_file, write_copy
from app.journal.contents.kinds import KIND_WORDS
from app.journal.queries import AttachmentRow, attachments_of
from resources.text import _, say
from ui import formats
from ui.journal.note_words import moment
from ui.journal.opened_files import opened
from ui.journal.sub_view import SubView
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.question import Question
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from app.errors import Refused
    from app.journal.actions.attaching import AttachedFile
    from app.journal.queries import NoteRow
    from ui.desk import Desk


class FilesView(SubView):
    """One line for each file, with its kind by its contents, its size and who added it."""

    said = Signal(str, object)

    def __init__(self, desk: Desk, note: NoteRow) -> None:
        """Ask for the files of `note`."""
        super().__init__(_("Files of the note"))
        self._desk, self._note = desk, note
        self._copy_to: Path | None = None
        self.setAcceptDrops(True)
        self.table: DataTable[AttachmentRow] = DataTable(_columns(), _("Files"))
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_activated.connect(self._on_activated)
        self.state = StateStack(self.table)
        self.state.retried.connect(self.refresh)
        self.add_button = primary_button(_("Attach a file"), "add")
        self.open_button = plain_button(_("Open"), "open")
        self.copy_button = plain_button(_("Save a copy"), "download")
        self.off_button = quiet_button(_("Take it off"), "bin")
        self.add_button.clicked.connect(self._on_add)
        self.open_button.clicked.connect(self._on_open)
        self.copy_button.clicked.connect(self._on_copy)
        self.off_button.clicked.connect(self._on_off)
        self._arrange()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the files."""
        pending = self._desk.ask(attachments_of, self._note.id).then(self._on_found)
        pending.if_unavailable(self._on_unavailable)

    def attach(self, file: Path) -> None:
        """Read a file and hang it on the note."""
        pending = self._desk.run(read_file, file).then(self._on_read)
        pending.if_unavailable(self._on_unavailable)

    def save_copy(self, row: AttachmentRow, to: Path) -> None:
        """Write a copy that only its owner can read."""
        self._copy_to = to
        pending = self._desk.act(take_file_out, row.id).then(self._on_taken_out)
        pending.if_refused(self._on_refused)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.attach(Path(url.toLocalFile()))

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        for button in (self.off_button, self.open_button, self.copy_button, self.add_button):
            if button is self.open_button:
                buttons.addStretch()
            buttons.addWidget(button)
        self.body.addWidget(
            quiet(
                _(
                    "PDF, pictures, plain text and office documents without macros, up to 10 MB "
                    "each. They are kept inside the encrypted office."
                )
            )
        )
        self.body.addWidget(self.state, 1)
        self.body.addLayout(buttons)
        self._on_chosen(None)

    def _on_found(self, rows: tuple[AttachmentRow, ...]) -> None:
        self.table.set_rows(rows, keep=_identity)
        if rows:
            self.state.show_content()
        else:
            sentence = _("No file hangs on this note. You can also drop files here.")
            self.state.show_empty(EmptyState(sentence, icon="document"))
        self._on_chosen(self.table.current_row())

    def _on_chosen(self, row: AttachmentRow | None) -> None:
        self.open_button.setEnabled(row is not None)
        self.copy_button.setEnabled(row is not None)
        self.off_button.setEnabled(row is not None and row.added_by == self._desk.who)

    def _on_activated(self, _row: AttachmentRow) -> None:
        self._on_open()

    def _on_add(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileNames(self, _("Attach a file"), _documents())
        for file in chosen:
            self.attach(Path(file))

    def _on_read(self, read: tuple[str, bytes]) -> None:
        name, data = read
        pending = self._desk.act(attach_file, self._note.id, name, data)
        pending.then(self._on_attached).if_refused(self._on_refused)

    def _on_attached(self, _attachment_id: UUID) -> None:
        self.said.emit(_("The file hangs on the note."), None)
        self.refresh()

    def _on_open(self) -> None:
        row = self.table.current_row()
        if row is not None and _wants_to_open(self, row.name):
            pending = self._desk.act(take_file_out, row.id).then(self._on_to_be_opened)
            pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_to_be_opened(self, file: AttachedFile) -> None:
        opened.follow(self._desk)
        pending = self._desk.run(opened.write, file.name, file.content).then(self._on_written)
        pending.if_unavailable(self._on_unavailable)

    def _on_written(self, file: Path) -> None:
        try:
            opened.show(file)
        except Unavailable as trouble:
            self._on_unavailable(trouble)

    def _on_copy(self) -> None:
        row = self.table.current_row()
        if row is None or not _is_sure(self, row.name):
            return
        place = str(Path(_documents()) / row.name)
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save a copy"), place)
        if chosen:
            self.save_copy(row, Path(chosen))

    def _on_taken_out(self, file: AttachedFile) -> None:
        if self._copy_to is not None:
            pending = self._desk.run(write_copy, self._copy_to, file.content)
            pending.then(self._on_saved).if_unavailable(self._on_unavailable)

    def _on_saved(self, file: Path) -> None:
        self.said.emit(_("Saved as {file}.").format(file=file.name), None)

    def _on_off(self) -> None:
        row = self.table.current_row()
        if row is not None and Question.confirm(
            self,
            _("Take the file off?"),
            _("“{name}” is deleted from the office for good.").format(name=row.name),
            _("Take it off"),
            is_danger=True,
        ):
            pending = self._desk.act(take_attachment_off, row.id).then(self._on_taken_off)
            pending.if_refused(self._on_refused)

    def _on_taken_off(self, _nothing: None) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)


def _columns() -> list[Column[AttachmentRow]]:
    return [
        Column(_("File"), lambda row: row.name, width="stretch", quiet=_kind, strong=True),
        Column(_("Size"), lambda row: formats.show_size(row.size), align="right"),
        Column(_("Added"), lambda row: moment(row.added_at), quiet=lambda row: row.added_by),
    ]


def _kind(row: AttachmentRow) -> str:
    known = {kind.value: words for kind, words in KIND_WORDS.items()}
    return _(known[row.kind]) if row.kind in set(ContentKind) else row.kind


def _identity(row: AttachmentRow) -> object:
    return row.id


def _wants_to_open(parent: FilesView, name: str) -> bool:
    return Question.confirm(
        parent,
        _("Open the file with another program?"),
        _(
            "Open “{name}” only if you know where it comes from. Until the office is locked, a "
            "copy lies on this computer that is not encrypted. What you change in it is not kept."
        ).format(name=name),
        _("Open"),
    )


def _is_sure(parent: FilesView, name: str) -> bool:
    return Question.confirm(
        parent,
        _("Save a copy outside the office?"),
        _(
            "The copy of “{name}” is not encrypted, and whoever can read that folder can read it. "
            "Open it only if you know where it comes from, and delete it afterwards."
        ).format(name=name),
        _("Save a copy"),
    )


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
