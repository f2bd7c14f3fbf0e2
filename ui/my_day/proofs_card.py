"""Proofs of volunteers on My day: what ends soon, and lines of those who left that must go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _, ngettext
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.tasks.words import day_words
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.volunteers.queries import ExpiringProof

SHOWN = 5
"""Proofs that the card names; the list of volunteers shows all."""


class ProofsCard(DayCard):
    """The one that ends first stands first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Proofs of volunteers"), _("Show all"), parent=parent)
        self.acted.connect(self._on_more_clicked)

    def show_proofs(self, proofs: Sequence[ExpiringProof], today: date) -> None:
        """Show the first, and how many more there are; without any the card goes away."""
        self._show_rows(_row(proof, today) for proof in proofs[:SHOWN])
        rest = len(proofs) - SHOWN
        self._show_after(ngettext("and {count} more", "and {count} more", rest) if rest > 0 else "")
        self.setVisible(bool(proofs))

    def _more_place(self) -> Place:
        return Place("volunteers", None, "to_do")


def _row(proof: ExpiringProof, today: date) -> DayRow:
    from app.volunteers.rules import ProofState  # noqa: PLC0415 - came with the day

    title, is_over = _(proof.title), proof.state is not ProofState.SOON
    details = {
        ProofState.DELETE: _("{title}: delete the line"),
        ProofState.EXPIRED: _("{title}: is over"),
    }
    return DayRow(
        key=f"proof:{proof.person_id}:{proof.title}:{proof.state}",
        title=proof.name,
        detail=details.get(proof.state, _("{title}: ends soon")).format(title=title),
        place=Place("volunteers", proof.person_id),
        when=day_words(proof.day, today),
        tone="attention" if is_over else "",
    )
