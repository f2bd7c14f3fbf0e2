"""Files that hang on a note as soon as it is saved: read and checked when they are chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.journal.actions import attach_file
from app.journal.contents.files import read_checked
from resources.text import _, ngettext, say
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.labels import Label, shown, small

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class WaitingFile(NamedTuple):
    """A file that was read."""

    name: str
    data: bytes


class WaitingFiles(QWidget):
    """The files of each person's next note, in memory until it is saved."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody's files."""
        super().__init__(parent)
        self._desk = desk
        self._files: dict[UUID, list[WaitingFile]] = {}
        self._client_id: UUID | None = None
        self.add_button = quiet_button(_("Attach a file"), "add")
        self.add_button.clicked.connect(self._on_add)
        self._problem = Label("", "problem")
        self._problem.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(spacing(4))
        head = QHBoxLayout()
        head.addWidget(self.add_button)
        head.addWidget(small(_("Files are kept when the note is saved.")), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addLayout(head)
        layout.addWidget(self._problem)
        layout.addLayout(self._lines)

    def show_for(self, client_id: UUID) -> None:
        """Show the files of another person's note."""
        self._client_id = client_id
        self._say("")
        self._show()

    def add(self, path: Path) -> None:
        """Read and check a file."""
        if self._client_id is None:
            return
        self._say("")
        pending = self._desk.run(read_checked, path).then(_Read(self, self._client_id).on_read)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def take(self, client_id: UUID, file: WaitingFile) -> None:
        """Let a file wait for a person's note; the same contents only once."""
        waiting = self._files.setdefault(client_id, [])
        if all(file.data != known.data for known in waiting):
            waiting.append(file)
        self._show()

    def hang_on(self, note_id: UUID, client_id: UUID) -> None:
        """Hang a person's files on the note that was saved."""
        for file in self._files.pop(client_id, []):
            self._desk.act(attach_file, note_id, file.name, file.data)
        self._show()

    def summary(self) -> str:
        """Answer how many wait; "" for none."""
        count = len(self._waiting())
        return ngettext("{count} file", "{count} files", count) if count else ""

    def _waiting(self) -> list[WaitingFile]:
        return self._files.get(self._client_id, []) if self._client_id is not None else []

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for file in self._waiting():
            self._lines.addWidget(self._line(file))
        self.changed.emit()

    def _line(self, file: WaitingFile) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(f"{shown(file.name)} · {formats.show_size(len(file.data))}"))
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

    def _on_removed(self, file: WaitingFile) -> None:
        self._waiting().remove(file)
        self._show()

    def _on_refused(self, refused: Refused) -> None:
        self._say(" ".join(say(problem) for problem in refused.problems))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._say(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


class _Read:
    """Knows whose note a file was chosen for when it has been read."""

    def __init__(self, files: WaitingFiles, client_id: UUID) -> None:
        self._files, self._client_id = files, client_id

    def on_read(self, read: tuple[str, bytes]) -> None:
        self._files.take(self._client_id, WaitingFile(*read))
