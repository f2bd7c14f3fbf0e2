"""The page of letters: the history, and in its place the writer while a letter is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.letters.queries import person_of_visit
from app.letters.rules import APPOINTMENT
from ui.letters.ask_person import ask_person
from ui.letters.letter_browser import LetterBrowser
from ui.letters.letter_composer import LetterComposer
from ui.letters.list_places import read_place
from ui.letters.mass_writer import MassWriter
from ui.letters.runs_browser import RunsBrowser
from ui.widgets.page import Page, Place

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk


class LettersPage(Page):
    """Place("letters", letter) shows a letter; "write" with a visit and "compose" write one.

    "compose" takes a person, or asks for one; "compose CODE" begins with a template;
    "mass LIST" writes to a whole list; "runs" lists mailings, "run" with a record shows one.
    """

    features: ClassVar[frozenset[str]] = frozenset({"letters", "clients"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the history; the writer is made when a letter is begun."""
        super().__init__(desk, parent)
        self.browser = LetterBrowser(desk)
        self.runs = RunsBrowser(desk)
        self._visit_id: UUID | None = None
        self.writer: LetterComposer | MassWriter | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.browser)
        self._stack.addWidget(self.runs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.browser.place_wanted.connect(self.place_wanted)
        self.browser.write_wanted.connect(self._on_write_wanted)
        self.browser.said.connect(self._on_said)
        self.browser.export_asked.connect(self.export_asked)
        self.browser.runs_wanted.connect(self._on_runs_wanted)
        self.runs.left.connect(self._on_runs_left)
        self.runs.new_wanted.connect(self._on_new_run_wanted)
        self.runs.place_wanted.connect(self.place_wanted)
        self.runs.said.connect(self._on_said)

    def first_focus(self) -> QWidget | None:
        """Begin at the letters of the history, where that is shown."""
        return self.browser.table if self._stack.currentWidget() is self.browser else None

    def refresh(self) -> None:
        """Ask again for the history, and for the preview of a letter that is being written."""
        self.browser.refresh()
        self.runs.refresh()
        if isinstance(self.writer, LetterComposer):
            self.writer.ask_preview()

    def show_place(self, place: Place) -> None:
        """Show the history, a letter, or the writer for a visit."""
        if place.doing == "export":
            self.browser.export()
        doing, _space, template = place.doing.partition(" ")
        if doing == "mass":
            self._write_to_list(template)
        elif doing == "compose":
            self._compose(place.record, template)
        elif doing in {"runs", "run"}:
            self._show_runs(place.record)
        elif place.record is None:
            return
        elif place.doing == "write":
            self._write_about(place.record)
        else:
            self._leave_writer()
            self.browser.show_letter(place.record)

    def flush(self) -> None:
        """Save the draft of a letter at once."""
        if isinstance(self.writer, LetterComposer):
            self.writer.flush()

    def _compose(self, person_id: UUID | None, template: str) -> None:
        """Begin a letter to a person; without one, ask who it is for."""
        person_id = person_id or ask_person(self, self.desk)
        if person_id is None:
            return
        template, _space, typed = template.partition(" ")
        composer = LetterComposer(self.desk, person_id, template)
        if typed:
            composer.fill(json.loads(typed))
        self._begin(composer)

    def _begin(self, composer: LetterComposer) -> None:
        composer.keeper.state_changed.connect(self.saved_state)
        self._show_writer(composer)
        composer.template.setFocus()

    def _write_to_list(self, text: str) -> None:
        """Write to everybody of a list, as `list_place` has put it."""
        mass = MassWriter(self.desk, read_place(text))
        mass.made.connect(self._on_mailing_made)
        mass.left.connect(self._leave_writer)
        mass.place_wanted.connect(self.place_wanted)
        mass.said.connect(self._on_said)
        self._leave_writer()
        self.writer = mass
        self._stack.addWidget(mass)
        self._stack.setCurrentWidget(mass)
        mass.fields.template.setFocus()

    def _show_writer(self, writer: LetterComposer) -> None:
        self._leave_writer()
        writer.kept.connect(self._on_kept)
        writer.left.connect(self._leave_writer)
        writer.place_wanted.connect(self.place_wanted)
        writer.said.connect(self._on_said)
        self.writer = writer
        self._stack.addWidget(writer)
        self._stack.setCurrentWidget(writer)

    def _show_runs(self, run_id: UUID | None = None) -> None:
        self._leave_writer()
        self._stack.setCurrentWidget(self.runs)
        if run_id is None:
            self.runs.refresh()
        else:
            self.runs.show_run(run_id)
        self.runs.table.setFocus()

    def _on_mailing_made(self, run_id: UUID) -> None:
        self._show_runs(run_id)

    def _on_runs_wanted(self) -> None:
        self._show_runs()

    def _on_runs_left(self) -> None:
        self.runs.leave()
        self._stack.setCurrentWidget(self.browser)
        self.browser.table.setFocus()

    def _on_new_run_wanted(self) -> None:
        self._write_to_list("")

    def _on_write_wanted(self) -> None:
        self._compose(None, "")

    def _write_about(self, visit_id: UUID) -> None:
        """Begin the letter that announces a visit."""
        self._visit_id = visit_id
        self.desk.ask(person_of_visit, visit_id).then(self._on_person_of_visit)

    def _on_person_of_visit(self, person_id: UUID) -> None:
        self._begin(LetterComposer(self.desk, person_id, APPOINTMENT, self._visit_id))

    def _leave_writer(self) -> None:
        self._stack.setCurrentWidget(self.browser)
        if self.writer is not None:
            self._stack.removeWidget(self.writer)
            self.writer.deleteLater()
            self.writer = None

    def _on_kept(self, letter_id: UUID) -> None:
        self._leave_writer()
        self.browser.show_letter(letter_id)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)
