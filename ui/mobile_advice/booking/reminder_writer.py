"""Letters that remind of appointments: each with its own time, kept once with the appointment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.letters.mass.actions import keep_letters
from app.letters.mass.rules import Basis, ListQuery, RunPlan
from app.letters.templates.rules import TITLES
from app.mobile_advice.booking.letters import ReminderMailing, reminder_texts, with_texts
from app.mobile_advice.booking.reminding import CANCELLATION, REMINDER, keep_reminders
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
    from app.letters.mass.running import Finished, Mailing
    from app.mobile_advice.booking.letters import Texts
    from app.mobile_advice.booking.queries import AppointmentRow
    from ui.desk import Desk, Pending


class ReminderRun(MassRun):
    """Keeps with each letter of which appointments it reminds."""

    def serve(
        self, facts: Mapping[UUID, Sequence[AppointmentRow]], texts: Mapping[UUID, Texts]
    ) -> None:
        """Know who comes when, and what stands in each letter."""
        self._facts, self._texts = facts, texts

    def start(self) -> None:
        """Begin with the folder."""
        making = self._desk.run(
            ReminderMailing, self._wish, self._plan, self._folder, self._today, self._texts
        )
        making.then(self._on_reminders_made).if_refused(self._on_refused)
        making.if_unavailable(self._on_failed)

    def keep(self, batch: Sequence[Finished]) -> Pending[None]:
        """Have some letters kept."""
        appointments = {
            person: tuple(row.id for row in rows) for person, rows in self._facts.items()
        }
        return self._desk.act(keep_reminders, self._run_id, self._wish, batch, appointments)

    def _on_reminders_made(self, mailing: Mailing) -> None:
        self._on_made(mailing)


class CancellationRun(ReminderRun):
    """Keeps letters of which none reminds."""

    def keep(self, batch: Sequence[Finished]) -> Pending[None]:
        """Have some letters kept."""
        return self._desk.act(keep_letters, self._run_id, self._wish, batch)


class ReminderWriter(MassWriter):
    """Writes to each person alone; what is typed is the appointment's own."""

    def __init__(
        self, desk: Desk, rows: Sequence[AppointmentRow], *, is_cancellation: bool = False
    ) -> None:
        """Begin with those who come soon, or whose stop or day is cancelled."""
        self._template = CANCELLATION if is_cancellation else REMINDER
        self._whom = (
            _("People whose appointment is cancelled")
            if is_cancellation
            else _("People who come soon")
        )
        facts: dict[UUID, list[AppointmentRow]] = {}
        for row in rows:
            if row.person_id is not None:
                facts.setdefault(row.person_id, []).append(row)
        self._facts = facts
        self._texts: dict[UUID, Texts] = {}
        self._occasion: WritingOccasion | None = None
        super().__init__(desk, ListQuery())
        heading = _("Cancelled appointments") if is_cancellation else _("Reminders of appointments")
        self._header.set_title(heading)
        self._header.set_subtitle(self._whom)
        self.whom.hide()
        self.fields.form.field("per_household").hide()

    def wish(self) -> RunWish:
        """Answer what is wanted; the letter that is seen has that person's own texts."""
        wish = replace(super().wish(), selection=self._whom, per_household=False)
        shown = self.shown_person()
        return with_texts(wish, self._texts.get(shown, ())) if shown is not None else wish

    def ask_people(self) -> None:
        """Write to those who come soon, whatever lists there are."""
        if self._rows:
            self.show_people(tuple(self._facts))
            self._header.set_subtitle(self._whom)

    def make_run(self, folder: Path) -> MassRun:
        """Answer the run that keeps the appointments with the letters."""
        plan = self._plan or RunPlan((), ())
        kind = CancellationRun if self._template == CANCELLATION else ReminderRun
        run = kind(self._desk, self._run_id, self.wish(), plan, folder=folder, today=self._today)
        run.serve(self._facts, self._texts)
        return run

    def _on_templates(self, rows: tuple[TemplateRow, ...]) -> None:
        """Offer the reminder, and the office's own letters."""
        shared = [
            row
            for row in rows
            if not row.is_personal and (row.code == self._template or row.code not in TITLES)
        ]
        self._rows = {row.code: row for row in shared}
        self.fields.basis.set_value(Basis.PUBLIC_TASK.value)
        self.fields.offer(shared, self._template)
        self.ask_people()

    def _on_occasion(self, occasion: WritingOccasion) -> None:
        """Ask for what stands in each letter; nothing of it is typed for all."""
        self._occasion = occasion
        asked = self._desk.ask(reminder_texts, self._facts, self._today)
        asked.then(self._on_texts).if_unavailable(self._on_unavailable)

    def _on_texts(self, texts: dict[UUID, Texts]) -> None:
        self._texts = texts
        occasion = self._occasion
        if occasion is not None:
            own = {code for text in texts.values() for code, _words in text}
            asked = tuple(one for one in occasion.fields if one.code not in own)
            super()._on_occasion(replace(occasion, fields=asked))
