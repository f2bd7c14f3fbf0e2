"""Everything that is held on a person: made in a language, saved as PDF, JSON or all in one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.exchange.writing.sealed_file import seal
from app.privacy.answering import answer_request
from resources.text import LANGUAGES, _, language, say
from ui.exchange.seal_fields import SealFields
from ui.printing import write_file
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import quiet, text
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from app.errors import Refused, Unavailable
    from app.privacy.answering import Answer
    from ui.desk import Desk

PDF, JSON, ALL = "pdf", "json", "zip"


class AnswerCard(Card):
    """Where to save is asked first; then everything is put together on the office's thread."""

    said = Signal(str, object)

    def __init__(self, desk: Desk, person_id: UUID, parent: QWidget | None = None) -> None:
        """Build the card of a person."""
        super().__init__(_("Everything we hold on this person"), parent=parent)
        self._desk, self._person_id = desk, person_id
        self._file: Path | None = None
        self._form_wanted = PDF
        self.add(
            text(
                _(
                    "Each fact with where it comes from, who was given it and when it is "
                    "deleted: in plain language for the person, or as a file for programs. "
                    "That an answer was made is noted."
                )
            )
        )
        self.add(
            quiet(
                _(
                    "What a conference of agencies may hold is not in it, whoever the person is:"
                    " each PSP member adds it by “What the group holds”."
                )
            )
        )
        self.language: ChoiceField[str] = ChoiceField(
            [(code, _language_name(code)) for code in LANGUAGES]
        )
        self.language.set_value(language())
        self._password = ""
        self.form = Form()
        self.form.add("language", _("Language of the answer"), self.language)
        self.seal = SealFields(self.form)
        self.add(self.form)
        self.pdf_button = plain_button(_("Save as PDF"), "document")
        self.json_button = plain_button(_("Save for programs (JSON)"), "download")
        self.all_button = plain_button(_("Save with all files (ZIP)"), "download")
        self.add(self._buttons())
        self._progress = Progress(_("Putting everything together …"), can_cancel=False)
        self._progress.hide()
        self.add(self._progress)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(gap=spacing(8))
        for button, slot in (
            (self.pdf_button, self._on_pdf),
            (self.json_button, self._on_json),
            (self.all_button, self._on_all),
        ):
            button.clicked.connect(slot)
            row.addWidget(button)
        return row

    def make(self, form: str, file: Path) -> None:
        """Make the answer and write it into a file."""
        self._form_wanted, self._file = form, file
        self._password = self.seal.password()
        self._show_busy(on=True)
        pending = self._desk.act(
            answer_request, self._person_id, self.language.value(), with_files=form == ALL
        )
        pending.then(self._on_made).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_pdf(self) -> None:
        self._ask(PDF)

    def _on_json(self) -> None:
        self._ask(JSON)

    def _on_all(self) -> None:
        self._ask(ALL)

    def _ask(self, form: str) -> None:
        if problems := self.seal.problems():
            self.form.show_problems(problems)
            return
        self.form.clear_problems()
        end = ALL if self.seal.is_wanted() else form
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        begin = _("answer")
        name = f"{begin}-{self._desk.local_now:%Y-%m-%d}.{end}"
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save the answer"), str(Path(folder) / name), f"*.{end}"
        )
        if chosen:
            file = Path(chosen)
            has_suffix = file.suffix.lower() == f".{end}"
            self.make(form, file if has_suffix else file.with_name(f"{file.name}.{end}"))

    def _on_made(self, answer: Answer) -> None:
        if self._file is None:
            return
        pending = self._desk.run(
            _write, self._file, answer, self._form_wanted, password=self._password
        )
        pending.then(self._on_written).if_unavailable(self._on_unavailable)

    def _on_written(self, file: Path) -> None:
        self._show_busy(on=False)
        self.seal.forget()
        self.said.emit(_("Saved as {file}.").format(file=file.name), None)

    def _on_refused(self, refused: Refused) -> None:
        self._show_busy(on=False)
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._show_busy(on=False)
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _show_busy(self, *, on: bool) -> None:
        buttons: tuple[QPushButton, ...] = (self.pdf_button, self.json_button, self.all_button)
        for button in buttons:
            button.setEnabled(not on)
        self._progress.setVisible(on)


def _write(file: Path, answer: Answer, form: str, *, password: str) -> Path:
    """Write what is wanted of an answer, sealed where there is a password."""
    one = {PDF: answer.pdf, JSON: answer.data}.get(form)
    if not password:
        return write_file(file, answer.packed() if one is None else one)
    files = answer.everything() if one is None else ((f"{file.stem}.{form}", one),)
    return write_file(file, seal(files, password))


def _language_name(code: str) -> str:
    return {"de": "Deutsch", "da": "Dansk", "en": "English"}[code]
