"""Writing to a whole list: one letter for all, seen first, drawn in the background, all or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.letters.composing.queries import letter_sheet, templates, writing_occasion
from app.letters.composing.rules import Choice
from app.letters.mass.planning import people_of, plan_run
from app.letters.mass.rules import RunWish, check_wish
from resources.text import _, language, ngettext, say
from ui.letters.letter_troubles import LetterTroubles
from ui.letters.mass_fields import MassFields
from ui.letters.mass_result import MassResult
from ui.letters.mass_run import MassRun
from ui.letters.remarks import Remarks
from ui.style import length, spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.halves import Halves
from ui.widgets.labels import Label
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.page_preview import PagePreview
from ui.widgets.progress import Progress
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.letters.composing.queries import LetterSheet, WritingOccasion
    from app.letters.composing.templates import TemplateRow
    from app.letters.mass.rules import ListQuery, RunPlan
    from app.letters.mass.running import Mailing
    from ui.desk import Desk

_LATE_MS = 60
USUAL = "free"


class MassWriter(QWidget):
    """Writes to everybody of a list; closing it while letters are drawn stops that."""

    left = Signal()
    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(
        self, desk: Desk, query: ListQuery, words: str, parent: QWidget | None = None
    ) -> None:
        """Begin with a free letter to everybody of a list; `words` say which list it is."""
        super().__init__(parent)
        self._desk, self._query, self._words = desk, query, words
        self._run_id = uuid4()
        self._people: tuple[UUID, ...] = ()
        self._rows: dict[str, TemplateRow] = {}
        self._plan: RunPlan | None = None
        self._run: MassRun | None = None
        self._missing = False
        self.fields = MassFields()
        self.about = Label("", "strong")
        self.troubles, self.remarks = LetterTroubles(self._run_id), Remarks()
        self.result = MassResult()
        self.preview = PagePreview()
        self.state = StateStack(self.preview)
        self.progress = Progress(_("The letters are being written …"))
        self.write_button = primary_button(_("Write letters"), "letters")
        self.again_button = plain_button(_("Try those without a letter again"), "letters")
        self.leave_button = quiet_button(_("Close"))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._build()
        self._connect()
        today = desk.local_now.date()
        desk.ask(people_of, query, language(), today).then(self._on_people)

    def wish(self) -> RunWish:
        """Answer what is wanted."""
        fields = self.fields
        posted = fields.posted.value()
        return RunWish(
            template=fields.template.value(),
            choice=Choice(typed=fields.typed.typed(), posted_on=posted),
            title=fields.title.value(),
            selection=self._words,
            basis=fields.basis.value(),
            per_household=fields.per_household.value(),
            posted_on=posted,
            with_envelopes=fields.envelopes.value(),
        )

    def ask(self) -> None:
        """Ask who gets a letter, and for the page of the first of them."""
        if not self._people:
            return
        today = self._desk.local_now.date()
        asked = self._desk.ask(plan_run, self.wish(), self._people, today).then(self._on_plan)
        asked.if_unavailable(self._on_unavailable)

    def write(self) -> None:
        """Look whether all is well, ask for a folder, and begin."""
        row, wish = self._rows.get(self.fields.template.value()), self.wish()
        problems = check_wish(wish, asks_basis=row is not None and row.asks_basis)
        self.fields.show_problems(problems)
        if problems or self._plan is None or self._missing:
            return
        chosen = QFileDialog.getExistingDirectory(self, _("Where to put the letters"))
        if chosen:
            self.write_into(Path(chosen))

    def write_into(self, folder: Path) -> None:
        """Write the letters into a new folder inside this one."""
        if self._plan is None:
            return
        today = self._desk.local_now.date()
        run = MassRun(
            self._desk,
            self._run_id,
            self.wish(),
            self._plan,
            folder=_new_folder(folder, today.isoformat() + " " + _("Letters")),
            today=today,
        )
        run.progressed.connect(self._on_progressed)
        run.finished.connect(self._on_finished)
        run.stopped.connect(self._on_stopped)
        run.refused.connect(self._on_refused)
        run.failed.connect(self._on_failed)
        self._run = run
        self._show_busy(busy=True)
        run.start()

    def leave(self) -> None:
        """Go away; a mailing that is being drawn is stopped."""
        if self._run is not None:
            self._run.stop()
        self.left.emit()

    def _on_people(self, people: tuple[UUID, ...]) -> None:
        self._people = people
        if not people:
            self.state.show_empty(EmptyState(_("Nobody belongs to this list."), icon="letters"))
            return
        self._desk.ask(templates).then(self._on_templates)

    def _on_templates(self, rows: tuple[TemplateRow, ...]) -> None:
        shared = [row for row in rows if not row.is_personal]
        self._rows = {row.code: row for row in shared}
        self.fields.offer(shared, USUAL)
        self._ask_fields()

    def _ask_fields(self) -> None:
        code, today = self.fields.template.value(), self._desk.local_now.date()
        asked = self._desk.ask(writing_occasion, self._people[0], code, today)
        asked.then(self._on_occasion).if_refused(self._on_not_shown)

    def _on_occasion(self, occasion: WritingOccasion) -> None:
        self.fields.typed.ask(occasion.fields)
        if self.fields.title.value() in {"", *(_(row.title) for row in self._rows.values())}:
            self.fields.title.set_value(_(occasion.template.title))
        self.ask()

    def _on_plan(self, plan: RunPlan) -> None:
        self._plan = plan
        letters = ngettext("{count} letter", "{count} letters", len(plan.groups))
        people = ngettext("{count} person", "{count} people", len(self._people))
        self.about.setText(_("{letters} to {people}").format(letters=letters, people=people))
        self.result.show_people((), plan.left_out)
        if plan.groups:
            first, today = plan.groups[0].first, self._desk.local_now.date()
            wish = self.wish()
            asked = self._desk.ask(letter_sheet, first, wish.template, wish.choice, today)
            asked.then(self._on_sheet).if_refused(self._on_not_shown)

    def _on_sheet(self, sheet: LetterSheet) -> None:
        self._missing = bool(sheet.missing)
        self.troubles.show_problems(())
        self.remarks.show_remarks(sheet.remarks)
        self.preview.show_pdf(sheet.pdf)
        self.state.show_content()
        self.write_button.setEnabled(self._run is None and not self._missing)

    def _on_not_shown(self, refused: Refused) -> None:
        """The first letter cannot be written; the others may be, and the run says which not."""
        self._missing = False
        words = " ".join(say(problem) for problem in refused.problems)
        sentence = _("The letter to the first person is not shown. {reason}")
        self.state.show_empty(EmptyState(sentence.format(reason=words), icon="letters"))
        self.write_button.setEnabled(self._run is None)

    def _on_progressed(self, done: int) -> None:
        self.progress.show_count(done, len(self._plan.groups) if self._plan else 0)

    def _on_finished(self, mailing: Mailing) -> None:
        self._run = None
        self._show_busy(busy=False)
        self.result.show_people(mailing.refused, mailing.plan.left_out)
        self.again_button.setVisible(bool(mailing.refused))
        self._people = tuple(one.first for one in mailing.refused) or self._people
        self.write_button.setVisible(not mailing.written and not mailing.refused)
        letters = ngettext("{count} letter", "{count} letters", len(mailing.written))
        folder = mailing.folder.name
        self.said.emit(_("Kept and saved in {folder}: {letters}.").format(
            folder=folder, letters=letters
        ))  # fmt: skip

    def _on_stopped(self) -> None:
        self._run = None
        self._show_busy(busy=False)
        self.said.emit(_("The mailing was stopped. No letter was kept, and no file stays."))

    def _on_refused(self, refused: Refused) -> None:
        self._run = None
        self._show_busy(busy=False)
        self.fields.show_problems(refused.problems)

    def _on_failed(self, trouble: Unavailable) -> None:
        self._run = None
        self._show_busy(busy=False)
        self._on_unavailable(trouble)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_cancelled(self) -> None:
        if self._run is not None:
            self._run.stop()

    def _on_again(self) -> None:
        """Plan anew for those whose letters were refused: their cards may be mended by now."""
        self.again_button.hide()
        self.write_button.show()
        self.ask()

    def _show_busy(self, *, busy: bool) -> None:
        self.fields.setEnabled(not busy)
        self.write_button.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.progress.show_count(0, len(self._plan.groups) if self._plan else 0)

    def _build(self) -> None:
        self.progress.hide()
        self.again_button.hide()
        self.write_button.setEnabled(False)
        card = Card()
        card.add(self.fields)
        side = ScrollBody()
        for part in (
            self.troubles, self.remarks, self.about, card, self.progress, self.write_button,
            self.again_button, self.leave_button, self.result,
        ):  # fmt: skip
            side.add(part)
        side.end()
        side.setMinimumWidth(length(280))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        layout.addWidget(PageHeader(_("Letters to a list"), self._words))
        layout.addWidget(Halves(side, self.state, wide=480), 1)

    def _connect(self) -> None:
        self._late.timeout.connect(self.ask)
        self.fields.changed.connect(self._late.start)
        self.fields.template_chosen.connect(self._on_template_chosen)
        self.result.place_wanted.connect(self.place_wanted)
        self.progress.cancelled.connect(self._on_cancelled)
        self.write_button.clicked.connect(self.write)
        self.again_button.clicked.connect(self._on_again)
        self.leave_button.clicked.connect(self.leave)

    def _on_template_chosen(self, _code: str) -> None:
        self._ask_fields()


def _new_folder(inside: Path, name: str) -> Path:
    """Answer a folder of this name that is not there yet."""
    folder, number = inside / name, 2
    while folder.exists():
        folder, number = inside / f"{name} {number}", number + 1
    return folder
