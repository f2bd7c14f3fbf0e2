"""What is required of a volunteer: each line says how it stands and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.volunteers.rules import ASSESSMENT_LABELS, Assessment, ProofState
from resources.text import _
from ui import formats
from ui.style import length, spacing
from ui.volunteers.words import by_words, proof_tone, proof_words
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import small, strong
from ui.widgets.leading_row import LeadingRow
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from app.volunteers.queries import ProofRow, VolunteerCard
    from app.volunteers.rules import Standing

_DONE = frozenset({ProofState.MET, ProofState.WAIVED})


class RequiredCard(Card):
    """A line for each requirement, in the order in which they are met."""

    proof_wanted = Signal(str)
    """The code of a requirement."""
    removal_wanted = Signal(object)
    """A `ProofRow`."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(_("What is required"))

    def show_card(self, card: VolunteerCard) -> None:
        """Show how a volunteer stands."""
        self.clear()
        for standing in card.standings:
            proof = None if standing.proof is None else card.proofs[standing.proof]
            self.add(self._line(standing, proof))

    def _line(self, standing: Standing, proof: ProofRow | None) -> QWidget:
        line, code = QWidget(), standing.requirement.code
        title = _(standing.requirement.title)
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(strong(title))
        told = small(_told(standing, proof))
        told.setToolTip(_("Source: {source}").format(source=standing.requirement.source))
        words.addWidget(told)
        status = StatusLabel(proof_words(standing.state), proof_tone(standing.state))
        status.setMinimumHeight(length(32))
        layout = LeadingRow(words, status, top=True)
        line.setLayout(layout)
        if proof is not None:
            remove = icon_button("bin", _("Delete the proof: {title}").format(title=title))
            remove.setProperty("proof", proof)
            remove.clicked.connect(self._on_remove_clicked)
            layout.addWidget(remove)
        if standing.state not in _DONE:
            note = quiet_button(_("Note proof"), "add")
            note.setAccessibleName(_("Note the proof: {title}").format(title=title))
            note.setProperty("requirement", code)
            note.clicked.connect(self._on_note_clicked)
            layout.addWidget(note)
        return line

    def _on_note_clicked(self) -> None:
        self.proof_wanted.emit(self.sender().property("requirement"))

    def _on_remove_clicked(self) -> None:
        self.removal_wanted.emit(self.sender().property("proof"))


def _told(standing: Standing, proof: ProofRow | None) -> str:
    """Answer in one line what is known, and by when something must be done."""
    due = by_words(standing.due_on)
    if proof is None:
        return due or _("Nothing is noted yet.")
    if proof.inspected_on is None:
        return proof.waiver_reason
    seen = _("{day}, {name}").format(
        day=formats.show_day(proof.inspected_on), name=proof.inspected_by
    )
    assessed = _(ASSESSMENT_LABELS[Assessment(proof.assessment)]) if proof.assessment else ""
    until, going = proof.valid_until, proof.delete_on
    holds = _("holds until {day}").format(day=formats.show_day(until)) if until else ""
    goes = _("to be deleted on {day}").format(day=formats.show_day(going)) if going else ""
    return " · ".join(filter(None, (seen, assessed, holds, goes)))
