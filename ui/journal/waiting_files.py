"""Files that hang on a note as soon as it is saved: kept in the office when they are chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.drafts.actions import discard_draft
from app.journal.actions.waiting import keep_file
from app.journal.contents.files import read_checked
from app.journal.queries.waiting import waiting_files
from resources.text import _, ngettext, say
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.labels import Label, shown, small

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.journal.queries.waiting import WaitingRow
    from ui.desk import Desk


class WaitingFiles(QWidget):
    """The files of a person's next note; they wait in its draft, and hang on it with it."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody's files."""
        super().__init__(parent)
        self._desk = desk
        self._files: dict[UUID, tuple[WaitingRow, ...]] = {}
        self._client_id: UUID | None = None
        self._name = ""
        self._shown: dict[WaitingRow, QWidget] = {}
        self.add_button = quiet_button(_("Attach a file"), "add")
        self.add_button.clicked.connect(self._on_add)
        self._problem = Label("", "problem")
        self._problem.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(spacing(4))
        head = QHBoxLayout()
        head.addWidget(self.add_button)
        head.addWidget(
            small(_("Files wait in the draft and hang on the note once it is saved.")), 1
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addLayout(head)
        layout.addWidget(self._problem)
        layout.addLayout(self._lines)

    def show_for(self, client_id: UUID, name: str) -> None:
        """Show the files of another person's note."""
        self._client_id, self._name = client_id, name
        self._say("")
        self._show()

    def ask(self) -> None:
        """Ask which files wait: some may have been chosen before a crash, or elsewhere."""
        if self._client_id is not None:
            found = _Read(self, self._client_id, self._name)
            pending = self._desk.ask(waiting_files, str(self._client_id), self._desk.who)
            pending.then(found.on_found).if_unavailable(self._on_unavailable)

    def add(self, path: Path) -> None:
        """Read and check a file."""
        if self._client_id is None:
            return
        self._say("")
        pending = self._desk.run(read_checked, path).then(
            _Read(self, self._client_id, self._name).on_read
        )
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def keep(self, client_id: UUID, title: str, name: str, data: bytes) -> None:
        """Keep a file that was read in the office, beside the draft of its note."""
        kept = _Read(self, client_id, title)
        pending = self._desk.act(keep_file, str(client_id), title, name, data)
        pending.then(kept.on_kept).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def take(self, client_id: UUID, files: Iterable[WaitingRow]) -> None:
        """Show files that wait for a person's note; the same contents only once."""
        known = {file.form: file for file in (*self._files.get(client_id, ()), *files)}
        self._files[client_id] = tuple(known.values())
        self._show()

    def forget(self, client_id: UUID) -> None:
        """Show no more what hangs on a note now."""
        self._files.pop(client_id, None)
        self._show()

    def summary(self) -> str:
        """Answer how many wait; "" for none."""
        count = len(self._waiting())
        return ngettext("{count} file", "{count} files", count) if count else ""

    def _waiting(self) -> tuple[WaitingRow, ...]:
        return self._files.get(self._client_id, ()) if self._client_id is not None else ()

    def _show(self) -> None:
        waiting = self._waiting()
        for file in waiting:
            if file not in self._shown:
                self._shown[file] = self._line(file)
                self._lines.addWidget(self._shown[file])
        for file, line in self._shown.items():
            # Few are ever chosen: a line that is not wanted now stays for the next time.
            line.setVisible(file in waiting)
        self.changed.emit()

    def _line(self, file: WaitingRow) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(f"{shown(file.name)} · {formats.show_size(file.size)}"))
        remove = icon_button("close", _("Take {name} off").format(name=shown(file.name)))
        remove.clicked.connect(partial(self._on_removed, file))
        row.addWidget(remove)
        row.addStretch()
        return line

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _on_add(self) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        chosen, _filter = QFileDialog.getOpenFileNames(self, _("Attach a file"), folder)
        for file in chosen:
            self.add(Path(file))

    def _on_removed(self, file: WaitingRow) -> None:
        if self._client_id is None:
            return
        left = tuple(one for one in self._waiting() if one.form != file.form)
        self._files[self._client_id] = left
        pending = self._desk.act(discard_draft, file.form, str(self._client_id))
        pending.if_unavailable(self._on_unavailable)
        self._show()

    def _on_refused(self, refused: Refused) -> None:
        self._say(" ".join(say(problem) for problem in refused.problems))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._say(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


class _Read:
    """Knows whose note a file was chosen for when it has been read."""

    def __init__(self, files: WaitingFiles, client_id: UUID, title: str) -> None:
        self._files, self._client_id, self._title = files, client_id, title

    def on_read(self, read: tuple[str, bytes]) -> None:
        if isValid(self._files):
            self._files.keep(self._client_id, self._title, *read)

    def on_kept(self, row: WaitingRow) -> None:
        self.on_found((row,))

    def on_found(self, rows: tuple[WaitingRow, ...]) -> None:
        if isValid(self._files):
            self._files.take(self._client_id, rows)
