"""The question before entries go: which of them, a typed number, and the archive where due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from resources.text import _, ngettext
from ui.privacy.due_columns import due_name
from ui.widgets.buttons import plain_button
from ui.widgets.fields import CheckField, ChoiceField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import Label
from ui.widgets.question import Question

if TYPE_CHECKING:
    from app.privacy.keeping import DueRow, Rehearsal


class DeletionQuestion(Question):
    """Its red button works once the number of entries is typed."""

    def __init__(
        self,
        parent: QWidget | None,
        rehearsal: Rehearsal,
        chosen: DueRow | None,
        *,
        is_shared: bool = False,
    ) -> None:
        """Offer the chosen entry and all of them; of a shared office ask about its backup."""
        super().__init__(
            parent,
            _("Let entries go"),
            _backup_words(is_shared=is_shared),
            _("Let them go"),
            is_danger=True,
        )
        self.backed_up = CheckField(_("The server was backed up within the last hour"))
        self._rehearsal, self._chosen = rehearsal, chosen
        count = len(rehearsal.rows)
        options = [(False, ngettext("The only entry", "All {count} entries", count))]
        if chosen is not None and count > 1:
            options.insert(0, (True, _("Only {name}").format(name=due_name(chosen))))
        self.which: ChoiceField[bool] = ChoiceField(options)
        self.number = TextField(10)
        self._folder = ""
        self._archive = Label("")
        form = Form()
        form.add("which", _("Which entries"), self.which)
        form.add("typed", _("Type the number of entries"), self.number)
        self._has_backup = not is_shared
        if is_shared:
            hint = _("Ask whoever makes the backups whether this one was read back.")
            form.add("backed_up", "", self.backed_up, hint=hint)
            self.backed_up.changed.connect(self._on_changed)
        self.form = form
        self.body.addWidget(form)
        if rehearsal.keeping.archive_first:
            self.body.addWidget(self._archive_row())
        self.which.changed.connect(self._on_changed)
        self.number.changed.connect(self._on_changed)
        self._on_changed()

    def rows(self) -> tuple[DueRow, ...]:
        """Answer the entries that shall go."""
        if self.which.value() and self._chosen is not None:
            return (self._chosen,)
        return self._rehearsal.rows

    def typed(self) -> str:
        """Answer the number as it was typed."""
        return self.number.value().strip()

    def archive(self) -> str:
        """Answer the folder of the archive files; "" for none."""
        return self._folder

    def set_archive(self, folder: str) -> None:
        """Take a folder for the archive files."""
        self._folder = folder
        self._archive.setText(
            _("Archive files go into {folder}. They are not encrypted: keep them safe.").format(
                folder=folder
            )
            if folder
            else _("Each file is written to an archive before it is deleted. Choose its folder.")
        )
        self._on_changed()

    def _archive_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        button = plain_button(_("Choose a folder"), "open")
        button.clicked.connect(self._on_choose)
        row.addWidget(self._archive, 1)
        row.addWidget(button)
        self.set_archive("")
        return holder

    def _on_choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, _("Folder of the archive files"), str(Path.home())
        )
        if folder:
            self.set_archive(folder)

    def _on_changed(self) -> None:
        is_right = self.typed() == str(len(self.rows()))
        is_archived = bool(self._folder) or not self._rehearsal.keeping.archive_first
        has_backup = self._has_backup or self.backed_up.value()
        self.verb_button.setEnabled(is_right and is_archived and has_backup)


def _backup_words(*, is_shared: bool) -> str:
    if is_shared:
        return _(
            "This office is backed up on its server, not from here. What goes cannot be brought "
            "back one by one: only the whole backup can be restored, and older backups keep it "
            "until they are thinned out."
        )
    return _(
        "A backup is made and read back first. What goes cannot be brought back one by one: only "
        "the whole backup can be restored, and older backups keep it until they are thinned out."
    )
