"""The fields of a visit's record, in the order in which one tells of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.escalation.recording import VisitClaim
from app.visiting.observing import activity_list, flag_list, observations
from app.visiting.rules import LIMITS, NotHeldReason, Severity, VisitRecord, VisitStatus
from resources.text import _
from ui import formats
from ui.codes.code_book import book
from ui.visiting.note_field import NoteField
from ui.visiting.outcome_field import OutcomeField
from ui.widgets.banner import Banner
from ui.widgets.codes_field import CodesField
from ui.widgets.decimal_field import DecimalField
from ui.widgets.fields import CheckField, ChoiceField, DateField, TimeField
from ui.widgets.form import Form
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from app.codes.rules import CodeList
    from app.visiting.rows import VisitDetails

_IF_HELD = ("start", "end", "activities")


class RecordFields(Form):
    """Held with its real times, or not and why; what was done and noticed; the next visit."""

    def __init__(self, details: VisitDetails, numbers: str, parent: QWidget | None = None) -> None:
        """Fill the fields from the plan, or from what was recorded before.

        `numbers` says whom to ring in danger; it stands there when danger is noticed.
        """
        super().__init__(parent)
        self._day = details.visit.start.date()
        self.outcome = OutcomeField()
        self.start, self.end = TimeField(), TimeField()
        self.reason: ChoiceField[NotHeldReason | None] = ChoiceField(_reasons())
        facts = details.facts
        self.activities = CodesField(_offered(activity_list(), facts.activities))
        self.flags = CodesField(_offered(flag_list(), (flag.code for flag in facts.flags)))
        self.note, self.kilometres = NoteField(LIMITS.note), DecimalField(1)
        self.claims = CheckField(_("Claim these kilometres"))
        self.amount, self.purpose = DecimalField(2), TextField()
        self.next_day, self.next_start = DateField(), TimeField()
        self.next_note = TextField(LIMITS.next_note)
        self.door = Banner("attention", _door_words())
        self.danger = Banner("danger", _danger_words(numbers))
        self._add_outcome()
        self._add_contents()
        self._add_next(details)
        self._add_claim(is_known=details.visit.visitor_id is not None)
        self.fill(details)
        self.outcome.changed.connect(self._show_what_fits)
        self.reason.changed.connect(self._show_what_fits)
        self.flags.changed.connect(self._show_what_fits)
        self._show_what_fits()

    def value(self) -> VisitRecord:
        """Answer what the fields say; what is not asked says nothing."""
        held = self.outcome.value()
        return VisitRecord(
            held=held,
            start=self.start.value(),
            end=self.end.value(),
            reason=self.reason.value(),
            note=self.note.value(),
            activities=self.activities.value() if held else (),
            flags=self.flags.value(),
            kilometres=self.kilometres.parts(),
            next_note=self.next_note.value(),
            next_day=self.next_day.value(),
            next_start=self.next_start.value(),
        )

    def claim(self) -> VisitClaim:
        """Answer what is claimed with the record."""
        return VisitClaim(self.claims.value(), self.amount.parts(), self.purpose.value())

    def fill(self, details: VisitDetails) -> None:
        """Show what is planned, or what was recorded."""
        visit, facts = details.visit, details.facts
        self.start.set_value((details.actual_start or visit.start).time())
        self.end.set_value((details.actual_end or visit.end).time())
        self.reason.set_value(visit.reason)
        self.note.set_value(details.note)
        self.activities.set_value(facts.activities)
        self.flags.set_value(flag.code for flag in facts.flags)
        self.kilometres.set_parts(facts.kilometres)
        self.next_note.set_value(facts.next_note)
        self.next_start.set_value(visit.start.time())
        if visit.status is not VisitStatus.PLANNED:
            self.outcome.set_value(visit.status is VisitStatus.HELD)
        self.keep()

    def flag_words(self) -> str:
        """Answer what was noticed, in one line."""
        return ", ".join(book.word(flag_list(), code) for code in self.flags.value())

    def _add_outcome(self) -> None:
        self.add("held", _("Outcome"), self.outcome)
        self.begin_row()
        self.add("start", _("Began"), self.start)
        self.add("end", _("Ended"), self.end)
        self.end_row()
        self.add("reason", _("Reason"), self.reason)
        self.add_widget(self.door)

    def _add_contents(self) -> None:
        self.add(
            "note",
            _("Note"),
            self.note,
            optional=True,
            hint=_("What you saw, heard and agreed, in a few sentences. No guesses, no diagnoses."),
        )
        self.add(
            "flags",
            _("What you noticed"),
            self.flags,
            optional=True,
            hint=_("It opens a task for the coordinator."),
        )
        self.add_widget(self.danger)
        self.add("activities", _("What you did"), self.activities, optional=True)

    def _add_claim(self, *, is_known: bool) -> None:
        """Ask for ways and money last; claims need a volunteer who is known to the office."""
        self.begin_row()
        self.add("kilometres", _("Kilometres, there and back"), self.kilometres, optional=True)
        if is_known:
            self.add("claim_kilometres", _("Expenses"), self.claims)
        self.end_row()
        if is_known:
            self.begin_row()
            self.add("claim_amount", _("Other costs"), self.amount, optional=True)
            self.add("claim_purpose", _("What for"), self.purpose, optional=True, stretch=2)
            self.end_row()

    def _add_next(self, details: VisitDetails) -> None:
        after = details.facts.next_visit
        hint = _("Leave it empty if nothing is agreed yet.")
        if after is not None:
            at = f"{formats.show_date(after.date())}, {formats.show_time(after)}"
            hint = _("Planned already: {at}.").format(at=at)
        self.begin_row()
        self.add("next_day", _("Next visit"), self.next_day, optional=True, hint=hint, stretch=2)
        self.add("next_start", _("Begins"), self.next_start)
        self.end_row()
        self.add("next_note", _("For next time"), self.next_note, optional=True)

    def _show_what_fits(self) -> None:
        held = self.outcome.value()
        for name in _IF_HELD:
            self.field(name).setVisible(held is True)
        self.field("reason").setVisible(held is False)
        nobody = self.reason.value() is NotHeldReason.NO_ONE_OPENED
        self.door.setVisible(held is False and nobody)
        known = observations()
        noticed = {known.severity_of(code, self._day) for code in self.flags.value()}
        self.danger.setVisible(Severity.DANGER in noticed)


def _reasons() -> list[tuple[NotHeldReason | None, str]]:
    choose: tuple[NotHeldReason | None, str] = (None, _("Please choose"))
    return [choose, *((reason, _(reason.label)) for reason in NotHeldReason)]


def _offered(codes: CodeList, kept: Iterable[str]) -> list[tuple[str, str]]:
    """Answer the words that are offered, and retired ones that the record has."""
    offered = book.offered(codes)
    known = {code for code, _words in offered}
    return [*offered, *((code, book.word(codes, code)) for code in kept if code not in known)]


def _door_words() -> str:
    return _("After saving you see step by step whom to call, and note what came of it.")


def _danger_words(numbers: str) -> str:
    return _("If somebody is in danger now, ring first and write later: {numbers}.").format(
        numbers=numbers
    )
