"""What papers of a group say, in the language of the paper: codes as words, days as written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from app.referrals.psp.rules import (
    AGENCY_LABELS,
    CATEGORY_LABELS,
    CONSENT_LABELS,
    CRITERION_LABELS,
    STATE_LABELS,
    Agency,
    CaseState,
    ConsentSought,
    Criterion,
    FactCategory,
    Law,
)
from forms.dates import plain_day, short_moment
from forms.referrals.psp_paper import WORDS, PspEntry, PspSection
from forms.texts import texts
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.referrals.psp.rows import CaseView, ItemRow, MeetingRow, MeetingView, TaskRow
    from app.referrals.psp.rules import Fact

    Told: TypeAlias = tuple[ItemRow, tuple[Fact, ...]]
    """A case on the agenda, and the facts of it that are given."""
    Labelled: TypeAlias = tuple[tuple[str, str], ...]
    """Words, each with its label."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of one language, and the law behind them."""

    language: str
    law: Law
    kind: str
    """Of the group: its kind says which grounds it may use."""

    def agency(self, code: str) -> str:
        """Answer the name of an agency."""
        return self._gettext(AGENCY_LABELS[Agency(code)])

    def meeting(self, row: MeetingRow) -> str:
        """Answer when and where a meeting is."""
        when = short_moment(row.starts_at, self.language)
        return f"{when}, {row.place}" if row.place else when

    def extract(self, agency: str, told: Iterable[Told]) -> tuple[PspSection, ...]:
        """Answer the parts of an extract."""
        parts = tuple(
            PspSection(
                _heading(item.number, item.name),
                entries=(
                    *(self._fact(fact, is_for_all=False) for fact in facts),
                    PspEntry(points=self._tasks(item.tasks, agency)),
                ),
            )
            for item, facts in told
        )
        return parts or (PspSection(self.say("facts"), (self.say("nothing"),)),)

    def agenda(self, view: MeetingView) -> tuple[PspSection, ...]:
        """Answer the parts of an agenda: who is asked, and references alone."""
        asked = tuple(f"{self.agency(row.agency)}: {row.name}" for row in view.presence)
        earlier = tuple(self.meeting(row) for row in view.to_approve)
        cases = tuple(self._to_speak_of(item) for item in view.items)
        parts = (("asked", asked), ("approval", earlier), ("cases", cases))
        return tuple(
            PspSection(self.say(block), entries=(PspEntry(points=points),))
            for block, points in parts
            if points
        )

    def minutes(self, view: MeetingView) -> tuple[PspSection, ...]:
        """Answer the parts of the minutes: nobody is named but those at the table."""
        return (
            *self._table(view),
            *((PspSection(self.say("general"), (view.minutes,)),) if view.minutes else ()),
            *(self._agreed(item) for item in view.items),
        )

    def sheet(self, case: CaseView, facts: Iterable[Fact]) -> tuple[PspSection, ...]:
        """Answer the parts of a case sheet: of what somebody wrote the facts alone.

        Whatever else was written was assessed for nobody: it has neither recipients nor grounds.
        """
        title = _heading(case.row.number, case.row.name)
        known = tuple(self._fact(fact, is_for_all=False) for fact in facts)
        told = PspEntry(self._raised(case) + self._answered(case, with_reasons=False))
        none = () if known else (self.say("nothing_for_all"),)
        return (
            PspSection(title, entries=(told,)),
            PspSection(self.say("facts"), none, entries=known),
        )

    def held(self, case: CaseView, facts: Iterable[Fact]) -> tuple[PspSection, ...]:
        """Answer the parts of what is held: all there is, those past their last day among it."""
        title = _heading(case.row.number, case.row.name)
        return (
            PspSection(title, entries=(self._case(case),)),
            PspSection(
                self.say("facts"),
                entries=tuple(self._fact(fact, is_for_all=True) for fact in facts),
            ),
            *(self._agreed(item, self.meeting_day(item)) for item in case.items),
        )

    def meeting_day(self, item: ItemRow) -> str:
        """Answer the day of the meeting that an item belongs to."""
        return plain_day(item.starts_at.date(), self.language)

    def say(self, block: str) -> str:
        """Answer one of the words that the papers share."""
        return texts(WORDS, self.language).say(block)

    def _gettext(self, text: str) -> str:
        return catalogue(self.language).gettext(text)

    def _table(self, view: MeetingView) -> Iterator[PspSection]:
        for block, present in (("present", True), ("absent", False)):
            points = tuple(
                f"{self.agency(row.agency)}: {row.name}"
                for row in view.presence
                if row.present is present
            )
            if points:
                yield PspSection(self.say(block), entries=(PspEntry(points=points),))
        if view.approved_at is None and view.to_approve:
            waiting = tuple(self.meeting(row) for row in view.to_approve)
            yield PspSection(self.say("approval"), entries=(PspEntry(points=waiting),))

    def _to_speak_of(self, item: ItemRow) -> str:
        if not item.lead_agency:
            return item.number
        return f"{item.number} ({self.say('lead')}: {self.agency(item.lead_agency)})"

    def _agreed(self, item: ItemRow, title: str = "") -> PspSection:
        facts = (
            (self.say("summary"), item.summary),
            (self.say("decision"), item.decision),
            (self.say("lead"), self.agency(item.lead_agency) if item.lead_agency else ""),
            (
                self.say("review"),
                plain_day(item.next_review, self.language) if item.next_review else "",
            ),
        )
        points = self._tasks(item.tasks)
        if not points and not any(value for _label, value in facts):
            return PspSection(title or item.number, (self.say("undecided"),))
        return PspSection(title or item.number, entries=(PspEntry(facts, points),))

    def _tasks(self, tasks: Iterable[TaskRow], agency: str = "") -> tuple[str, ...]:
        return tuple(
            texts(WORDS, self.language).say(
                "task",
                recipient=self.agency(task.agency),
                name=task.what,
                day=plain_day(task.due_on, self.language),
            )
            for task in tasks
            if agency in {"", task.agency}
        )

    def _fact(self, fact: Fact, *, is_for_all: bool) -> PspEntry:
        basis = self.law.basis(fact.basis, self.kind)
        told = ", ".join(self.agency(agency) for agency in fact.recipients)
        return PspEntry(
            (
                (self.say("fact"), fact.text),
                (self.say("category"), self._gettext(CATEGORY_LABELS[FactCategory(fact.category)])),
                (self.say("from"), self.agency(fact.from_agency)),
                (self.say("to"), told if is_for_all else ""),
                (self.say("why"), fact.necessity),
                (self.say("basis"), basis.law if basis else ""),
                (self.say("until"), plain_day(fact.expires_on, self.language)),
            )
        )

    def _case(self, case: CaseView) -> PspEntry:
        written = (
            (self.say("means"), case.own_means_insufficient),
            (self.say("tried"), case.tried),
        )
        return PspEntry(self._raised(case) + written + self._answered(case, with_reasons=True))

    def _raised(self, case: CaseView) -> Labelled:
        criteria = (self._gettext(CRITERION_LABELS[Criterion(code)]) for code in case.criteria)
        raised = plain_day(case.row.raised_on, self.language)
        return (
            (self.say("raised"), f"{raised}, {self.agency(case.raised_agency)}"),
            (self.say("state"), self._gettext(STATE_LABELS[CaseState(case.row.state)])),
            (self.say("criteria"), "; ".join(criteria)),
        )

    def _answered(self, case: CaseView, *, with_reasons: bool) -> Labelled:
        consent = self._gettext(CONSENT_LABELS[ConsentSought(case.consent_sought)])
        informed = self.say("yes" if case.informed else "no")
        if with_reasons:
            consent = _joined(consent, case.consent_reason)
            informed = _joined(informed, case.informed_reason)
        return ((self.say("informed"), informed), (self.say("consent"), consent))


def _heading(number: str, name: str) -> str:
    return f"{number} · {name}" if name else number


def _joined(first: str, more: str) -> str:
    return f"{first}: {more}" if more else first
