"""Writing to a whole list: one letter for all, seen first, drawn in the background, all or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.exchange.views.queries import saved_views
from app.letters.composing.queries import letter_sheet, templates, writing_occasion
from app.letters.composing.rules import Choice
from app.letters.mass.narrowing import offered
from app.letters.mass.planning import people_of, plan_run
from app.letters.mass.rules import RunPlan, RunWish, check_wish
from resources.text import _, language, ngettext, say
from ui.letters.letter_troubles import LetterTroubles
from ui.letters.mass_fields import MassFields
from ui.letters.mass_recipients import MassRecipients
from ui.letters.mass_result import MassResult
from ui.letters.mass_run import MassRun, new_folder
from ui.letters.remarks import Remarks
from ui.style import length, spacing
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.halves import Halves
from ui.widgets.labels import Label
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.page_preview import PagePreview
from ui.widgets.progress import Progress
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.section import Section

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.letters.composing.queries import LetterSheet, WritingOccasion
    from app.letters.composing.templates import TemplateRow
    from app.letters.mass.rules import ListQuery
    from app.letters.mass.running import Mailing
    from ui.desk import Desk

_LATE_MS = 60
USUAL = "free"
PEOPLE_LIST = "clients"
"""The name under which the list of people saves its views."""


class MassWriter(QWidget):
    """Writes to everybody of a list; closing it while letters are drawn stops that."""

    left = Signal()
    made = Signal(object)
    """Id of the mailing that was written: it stands in the list of mailings now."""
    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, query: ListQuery, parent: QWidget | None = None) -> None:
        """Begin with a free letter to everybody of a list."""
        super().__init__(parent)
        self._desk, self._today = desk, desk.local_now.date()
        self._run_id = uuid4()
        self._people: tuple[UUID, ...] = ()
        self._rows: dict[str, TemplateRow] = {}
        self._plan: RunPlan | None = None
        self._run: MassRun | None = None
        self._missing = False
        self.recipients, self.fields = MassRecipients(query), MassFields()
        self.whom = Section(_("To whom"), is_open=True)
        self.about = Label("", "strong")
        self.troubles, self.remarks = LetterTroubles(self._run_id), Remarks()
        self.result = MassResult()
        self.preview = PagePreview()
        self.state = StateStack(self.preview)
        self.progress = Progress(_("The letters are being written …"))
        self.write_button = primary_button(_("Write letters"), "letters")
        self.leave_button = quiet_button(_("Close"))
        self._header = PageHeader(_("Letters to a list"), "")
        self._late, self._late_people = QTimer(self), QTimer(self)
        for timer in (self._late, self._late_people):
            timer.setSingleShot(True)
            timer.setInterval(_LATE_MS)
        self._build()
        self._connect()
        desk.ask(templates).then(self._on_templates)
        desk.ask(offered).then(self.recipients.offer)
        desk.ask(saved_views, PEOPLE_LIST).then(self.recipients.offer_views)

    def wish(self) -> RunWish:
        """Answer what is wanted."""
        fields = self.fields
        posted = fields.posted.value()
        return RunWish(
            template=fields.template.value(),
            choice=Choice(
                typed=fields.typed.typed(),
                posted_on=posted,
                confirmed_protected=fields.confirmed.value(),
            ),
            title=fields.title.value(),
            selection=self.recipients.words(),
            basis=fields.basis.value(),
            per_household=fields.per_household.value(),
            posted_on=posted,
            with_envelopes=fields.envelopes.value(),
        )

    def shown_person(self) -> UUID | None:
        """Answer whose letter is seen: the first of those who get one."""
        plan = self._plan
        groups = (plan.possible or plan.groups) if plan is not None else ()
        return groups[0].first if groups else None

    def ask_people(self) -> None:
        """Ask who belongs to the list as it is narrowed down now."""
        query = self.recipients.query()
        if query is not None and self._rows:
            asked = self._desk.ask(people_of, query, language(), self._today)
            asked.then(self._on_people).if_unavailable(self._on_unavailable)

    def ask(self) -> None:
        """Ask who gets a letter, and for the page of the first of them."""
        asked = self._desk.ask(plan_run, self.wish(), self._people, self._today)
        asked.then(self._on_plan).if_unavailable(self._on_unavailable)

    def write(self) -> None:
        """Look whether all is well, ask for a folder, and begin."""
        problems = check_wish(self.wish())
        self.fields.show_problems(problems)
        if problems or self._plan is None or not self._plan.groups or self._missing:
            return
        chosen = QFileDialog.getExistingDirectory(self, _("Where to put the letters"))
        if chosen:
            self.write_into(Path(chosen))

    def write_into(self, folder: Path) -> None:
        """Write the letters into a new folder inside this one."""
        if self._plan is None:
            return
        run = self.make_run(new_folder(folder, self._today.isoformat() + " " + _("Letters")))
        run.progressed.connect(self._on_progressed)
        run.finished.connect(self._on_finished)
        run.stopped.connect(self._on_stopped)
        run.refused.connect(self._on_refused)
        run.failed.connect(self._on_failed)
        self._run = run
        self._show_busy(busy=True)
        run.start()

    def make_run(self, folder: Path) -> MassRun:
        """Answer the run that writes the letters that are planned into a folder."""
        plan = self._plan or RunPlan((), ())
        wish, today = self.wish(), self._today
        return MassRun(self._desk, self._run_id, wish, plan, folder=folder, today=today)

    def leave(self) -> None:
        """Go away; a mailing that is being drawn is stopped."""
        if self._run is not None:
            self._run.stop()
        self.left.emit()

    def _on_templates(self, rows: tuple[TemplateRow, ...]) -> None:
        shared = [row for row in rows if not row.is_personal]
        self._rows = {row.code: row for row in shared}
        self.fields.offer(shared, USUAL)
        self.ask_people()

    def show_people(self, people: tuple[UUID, ...]) -> None:
        """Write to these people."""
        self._on_people(people)

    def _on_people(self, people: tuple[UUID, ...]) -> None:
        is_begun, self._people = bool(self._people), people
        self._header.set_subtitle(self.recipients.words())
        if not people:
            self._on_plan(RunPlan((), ()))
        elif is_begun:
            self.ask()
        else:
            self._ask_fields()

    def _ask_fields(self) -> None:
        if not self._people:
            return
        code = self.fields.template.value()
        asked = self._desk.ask(writing_occasion, self._people[0], code, self._today)
        asked.then(self._on_occasion).if_refused(self._on_not_shown)

    def _on_occasion(self, occasion: WritingOccasion) -> None:
        self.fields.typed.ask(occasion.fields)
        if self.fields.title.value() in {"", *(_(row.title) for row in self._rows.values())}:
            self.fields.title.set_value(_(occasion.template.title))
        self.ask()

    def _on_plan(self, plan: RunPlan) -> None:
        self._plan = plan
        letters = ngettext("{count} letter", "{count} letters", len(plan.possible))
        people = ngettext("{count} person", "{count} people", len(self._people))
        self.about.setText(_("{letters} to {people}").format(letters=letters, people=people))
        self.result.show_people(plan)
        first, wish = self.shown_person(), self.wish()
        if first is None:
            self.write_button.setEnabled(False)
            words = _("Nobody of this list gets a letter.")
            self.state.show_empty(EmptyState(words, icon="letters"))
            return
        asked = self._desk.ask(letter_sheet, first, wish.template, wish.choice, self._today)
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
        letters = ngettext("{count} letter", "{count} letters", len(mailing.written))
        folder = mailing.folder.name
        self.said.emit(_("Kept and saved in {folder}: {letters}.").format(
            folder=folder, letters=letters
        ))  # fmt: skip
        self.made.emit(self._run_id)

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

    def _show_busy(self, *, busy: bool) -> None:
        for part in (self.recipients, self.fields):
            part.setEnabled(not busy)
        self.write_button.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.progress.show_count(0, len(self._plan.groups) if self._plan else 0)

    def _build(self) -> None:
        self.progress.hide()
        self.write_button.setEnabled(False)
        card, whom = Card(), self.whom
        card.add(self.fields)
        whom.body.addWidget(self.recipients)
        side = ScrollBody()
        for part in (
            self.troubles, self.remarks, whom, self.about, card, self.result, self.progress,
            self.write_button, self.leave_button,
        ):  # fmt: skip
            side.add(part)
        side.end()
        side.setMinimumWidth(length(350))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        layout.addWidget(self._header)
        layout.addWidget(Halves(side, self.state, wide=600), 1)

    def _connect(self) -> None:
        self._late.timeout.connect(self.ask)
        self._late_people.timeout.connect(self.ask_people)
        self.fields.changed.connect(self._late.start)
        self.recipients.changed.connect(self._late_people.start)
        self.fields.template_chosen.connect(self._on_template_chosen)
        self.result.place_wanted.connect(self.place_wanted)
        self.progress.cancelled.connect(self._on_cancelled)
        self.write_button.clicked.connect(self.write)
        self.leave_button.clicked.connect(self.leave)

    def _on_template_chosen(self, _code: str) -> None:
        self._ask_fields()
