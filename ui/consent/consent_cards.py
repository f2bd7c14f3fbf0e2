"""Two cards about one person: what was agreed, and what was passed on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consent.actions import undo_withdrawal, withdraw_consent
from app.consent.queries import PersonConsent, consent_of_person
from resources.text import _, ngettext, say
from ui import formats
from ui.consent.answer_line import AnswerLine
from ui.consent.words import asked_words, kinds_words
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, quiet, small, strong

if TYPE_CHECKING:
    from uuid import UUID

    from app.consent.queries import ConsentRow, DisclosureRow
    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class ConsentCards(QWidget):
    """Withdrawing can be undone from the toast; forms are opened by whoever shows the cards."""

    said = Signal(str, object)
    answer_wanted = Signal(object)
    """The id of the answer to correct, or None for a new one."""
    passing_wanted = Signal()
    form_wanted = Signal()
    """The form that asks everything at once shall be printed."""

    def __init__(self, desk: Desk, person_id: UUID, parent: QWidget | None = None) -> None:
        """Build the cards; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk, self._person_id = desk, person_id
        self.answers = Card(_("Consent"), _("Record an answer"), icon="add")
        self.passed_on = Card(_("Passed on"), _("Pass data on"), icon="forward")
        self.history_button = quiet_button("", "clock")
        self.form_button = quiet_button(_("Print form to sign"), "print")
        self._shows_history = False
        self._known: PersonConsent | None = None
        self._withdrawn: ConsentRow | None = None
        self.answers.acted.connect(self._on_answer_wanted)
        self.passed_on.acted.connect(self.passing_wanted)
        self.form_button.clicked.connect(self.form_wanted)
        self.history_button.clicked.connect(self._on_history_clicked)
        tools = FlowLayout(gap=spacing(8))
        tools.addWidget(self.form_button)
        tools.addWidget(self.history_button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(spacing(12))
        self.answers.add(self._lines)
        self.answers.add(tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.answers)
        layout.addWidget(self.passed_on)

    def refresh(self) -> None:
        """Ask again for everything that is shown."""
        today = self._desk.local_now.date()
        found = self._desk.ask(consent_of_person, self._person_id, today)
        found.then(self._on_found).if_unavailable(self._on_unavailable)

    def lines(self) -> list[AnswerLine]:
        """Answer the lines of answers that are shown."""
        return [part for part in self.findChildren(AnswerLine) if not part.isHidden()]

    def _on_found(self, known: PersonConsent) -> None:
        self._known = known
        self._show_answers(known.answers)
        self._show_disclosures(known.disclosures)

    def _show_answers(self, rows: tuple[ConsentRow, ...]) -> None:
        _clear(self._lines)
        older = [row for row in rows if not row.is_current]
        for row in rows if self._shows_history else [row for row in rows if row.is_current]:
            line = AnswerLine(row)
            line.withdraw_wanted.connect(self._on_withdraw_wanted)
            line.correct_wanted.connect(self._on_correct_wanted)
            self._lines.addWidget(line)
        if not rows:
            self._lines.addWidget(quiet(_("Nothing was asked yet. Without an answer nothing is"
                                          " passed on.")))  # fmt: skip
        words = ngettext("Show {count} older answer", "Show {count} older answers", len(older))
        self.history_button.setText(_("Hide older answers") if self._shows_history else words)
        self.history_button.setAccessibleName(self.history_button.text())
        self.history_button.setVisible(bool(older))

    def _show_disclosures(self, rows: tuple[DisclosureRow, ...]) -> None:
        self.passed_on.clear()
        for row in rows:
            self.passed_on.add(_disclosure(row))
        if not rows:
            self.passed_on.add(quiet(_("Nothing was passed on to anybody yet.")))

    def _on_answer_wanted(self) -> None:
        self.answer_wanted.emit(None)

    def _on_correct_wanted(self, row: ConsentRow) -> None:
        self.answer_wanted.emit(row.id)

    def _on_history_clicked(self) -> None:
        self._shows_history = not self._shows_history
        if self._known is not None:
            self._show_answers(self._known.answers)

    def _on_withdraw_wanted(self, row: ConsentRow) -> None:
        self._withdrawn = row
        pending = self._desk.act(withdraw_consent, row.id, self._desk.local_now.date())
        pending.then(self._on_withdrawn).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_withdrawn(self, consent_id: UUID) -> None:
        row = self._withdrawn
        if row is not None:
            words = _("The consent is withdrawn: {asked}.").format(asked=asked_words(row))
            self.said.emit(words, partial(self._undo, consent_id))
        self.refresh()

    def _undo(self, consent_id: UUID) -> None:
        self._desk.act(undo_withdrawal, consent_id).then(self._on_undone)

    def _on_undone(self, _consent: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        _clear(self._lines)
        sentence = f"{say(trouble.problem)} {say(trouble.remedy)}".strip()
        failed = Banner("danger", sentence, _("Try again"))
        failed.acted.connect(self.refresh)
        self._lines.addWidget(failed)


def _clear(lines: QVBoxLayout) -> None:
    while (item := lines.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _disclosure(row: DisclosureRow) -> QWidget:
    """Answer one line of what was passed on."""
    part = QWidget()
    lines = QVBoxLayout(part)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(spacing(2))
    words = _("{recipient}: {purpose}").format(recipient=row.told, purpose=row.purpose)
    lines.addWidget(strong(words), 0, Qt.AlignmentFlag.AlignTop)
    lines.addWidget(Label(kinds_words(row)))
    when = formats.show_datetime(row.at.astimezone())
    lines.addWidget(small(f"{when} · {row.who}"))
    if row.basis == "override":
        reason = _("Without consent: {reason}").format(reason=row.override_reason)
        label = Label(reason)
        label.set_tone("attention")
        lines.addWidget(label)
    return part
