"""A wave of letters to those who are due: seen first, drawn, kept once with the offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.letters.mass.rules import Basis, ListQuery, RunPlan
from app.letters.templates.rules import TITLES
from app.preventive.actions import keep_offer_letters
from app.preventive.offers import occasion_of
from resources.text import _
from ui.letters.mass_run import MassRun
from ui.letters.mass_writer import MassWriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from app.letters.composing.queries import WritingOccasion
    from app.letters.composing.templates import TemplateRow
    from app.letters.mass.rules import RunWish
    from app.letters.mass.running import Finished
    from app.preventive.offers import Occasion
    from app.preventive.queries import DueRow
    from app.preventive.rules import PreventiveDays
    from ui.desk import Desk, Pending

OFFER, REMINDER = "preventive_visit_offer", "preventive_visit_reminder"
_FAMILY = "preventive_visit_"
_FREE = "free"


class WaveRun(MassRun):
    """Keeps with each letter that the visit is offered, or that somebody was reminded."""

    def serve(self, occasions: Mapping[UUID, Occasion], *, is_reminder: bool) -> None:
        """Know what is offered to whom."""
        self._occasions, self._is_reminder = occasions, is_reminder

    def keep(self, batch: Sequence[Finished]) -> Pending[None]:
        """Have some letters kept."""
        return self._desk.act(
            keep_offer_letters,
            self._run_id,
            self._wish,
            batch,
            self._occasions,
            is_reminder=self._is_reminder,
        )


class WaveWriter(MassWriter):
    """Writes to each person alone: an offer is nobody else's."""

    def __init__(
        self,
        desk: Desk,
        rows: Sequence[DueRow],
        selection: str,
        days: PreventiveDays,
        *,
        is_reminder: bool = False,
    ) -> None:
        """Begin with those who are due; `selection` says in words who they are."""
        self._occasions = {row.person_id: occasion_of(row) for row in rows}
        self._selection, self._answer_days = selection, days.answer_within
        self.is_reminder = is_reminder
        super().__init__(desk, ListQuery())
        heading = _("Reminders of visits") if is_reminder else _("Letters that offer visits")
        self._header.set_title(heading)
        self._header.set_subtitle(selection)
        self.whom.hide()
        self.fields.form.field("per_household").hide()

    def wish(self) -> RunWish:
        """Answer what is wanted."""
        return replace(super().wish(), selection=self._selection, per_household=False)

    def ask_people(self) -> None:
        """Write to those who are due, whatever lists there are."""
        if self._rows:
            self.show_people(tuple(self._occasions))
            self._header.set_subtitle(self._selection)

    def make_run(self, folder: Path) -> MassRun:
        """Answer the run that keeps the offers with the letters."""
        plan = self._plan or RunPlan((), ())
        wish, today = self.wish(), self._today
        run = WaveRun(self._desk, self._run_id, wish, plan, folder=folder, today=today)
        run.serve(self._occasions, is_reminder=self.is_reminder)
        return run

    def _on_templates(self, rows: tuple[TemplateRow, ...]) -> None:
        """Offer letters about preventive visits, and the office's own ones."""
        shared = [
            row
            for row in rows
            if not row.is_personal and (row.code.startswith(_FAMILY) or row.code not in TITLES)
        ]
        self._rows = {row.code: row for row in shared}
        self.fields.basis.set_value(Basis.PUBLIC_TASK.value)
        self.fields.offer(shared, REMINDER if self.is_reminder else OFFER)
        self.ask_people()

    def _on_occasion(self, occasion: WritingOccasion) -> None:
        super()._on_occasion(occasion)
        until = self._today + timedelta(days=self._answer_days)
        texts = self.fields.typed.texts()
        if not texts.get("answer_day"):
            self.fields.typed.restore({"answer_day": f"{until:%d.%m.%Y}"})
