"""First step of making an office: its name, its country, the person, and where it is kept."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from app.admin.rules import NewOffice, check_office
from app.errors import N_, Problem
from resources.text import _, language
from ui.admin.step_page import StepPage
from ui.widgets.buttons import quiet_button
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import quiet

FOLDER_TAKEN = N_("There is an office in this folder already. Choose another name or folder.")
_LONGEST = 200
_SPELLINGS = {ord("ß"): "ss", ord("ø"): "o", ord("Ø"): "O", ord("æ"): "ae", ord("Æ"): "Ae"}
"""Letters that have no plain letter below an accent."""


class OfficeStep(StepPage):
    """Asks the four things without which there is no office."""

    def __init__(self, below: Path, who: str = "") -> None:
        """Propose a folder below `below`; `who` is the person's name if it is known."""
        super().__init__(
            1,
            _("New office"),
            _("An office is the place where you and your colleagues keep your work together."),
        )
        self._below = below
        self._chosen: Path | None = None
        self.name = TextField(max_length=_LONGEST)
        self.country = ChoiceField([("DE", _("Germany")), ("DK", _("Denmark"))])
        self.country.set_value("DK" if language() == "da" else "DE")
        self.who = TextField(max_length=_LONGEST)
        self.who.set_value(who)
        self.form = Form()
        self._fill_form()
        self.column.addWidget(self.form)
        self._add_folder()
        self.name.changed.connect(self._on_name_changed)
        self._on_name_changed()
        self.finish_column()

    def _fill_form(self) -> None:
        self.form.add(
            "name", _("Name of the office"), self.name, hint=_("As it stands on your letters.")
        )
        self.form.add(
            "country",
            _("Country"),
            self.country,
            hint=_("Decides how addresses and letters are laid out."),
        )
        self.form.add(
            "who", _("Your own name"), self.who, hint=_("It stands beside what you record.")
        )

    def _add_folder(self) -> None:
        self._where = quiet("")
        self.choose_button = quiet_button(_("Choose another folder"), "open")
        self.choose_button.clicked.connect(self._on_choose)
        self.column.addWidget(self._where)
        row = QHBoxLayout()
        row.addWidget(self.choose_button)
        row.addStretch(1)
        self.column.addLayout(row)

    @property
    def folder(self) -> Path:
        """The folder that the office will be made in."""
        return self._chosen or self._below / folder_name(self.name.value())

    def begin(self) -> None:
        """Come to this step."""
        self.name.setFocus()

    def go_on(self) -> None:
        """Go on when names are typed and the folder is free."""
        problems = self._problems()
        self.form.clear_problems()
        if problems:
            self.form.show_problems(problems)
        else:
            self.went_on.emit()

    def values(self) -> NewOffice:
        """Answer what was typed, without a letterhead."""
        return NewOffice(name=self.name.value(), country=self.country.value(), who=self.who.value())

    def _problems(self) -> tuple[Problem, ...]:
        problems = check_office(self.values())
        if not problems and (self.folder / "office.db").exists():
            return (Problem(FOLDER_TAKEN, "name"),)
        return problems

    def _on_choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, _("Folder in which the office is kept"), str(Path.home())
        )
        if folder:
            self._chosen = Path(folder)
            self._on_name_changed()

    def _on_name_changed(self) -> None:
        self._where.setText(_("It is kept in {folder}").format(folder=self.folder))


def folder_name(name: str) -> str:
    """Answer a name for a folder that every file system takes, from the name of an office."""
    spelled = name.translate(_SPELLINGS)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:60] or "office"
