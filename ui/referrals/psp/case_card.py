"""One case: why it was raised, its facts with their grounds, what was agreed, who looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.psp.reading import read_case
from app.referrals.psp.rules import (
    CONSENT_LABELS,
    CRITERION_LABELS,
    OVER_STATES,
    ConsentSought,
    Criterion,
)
from resources.text import _, ngettext, say
from ui import formats
from ui.referrals.psp.fact_card import FactCard
from ui.referrals.psp.words import agency_words, case_name, looked_words, state_words
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong, text
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.referrals.psp.rows import CaseView, ItemRow
    from ui.desk import Desk

_SHOWN_LOOKS = 20


class CaseCard(QWidget):
    """F2 corrects the case; each fact can be changed and deleted."""

    fact_form_wanted = Signal(object)
    """A `Fact` to be changed, or None for a new one."""
    fact_removal_wanted = Signal(object)
    following_wanted = Signal()
    correction_wanted = Signal()
    paper_wanted = Signal()
    deletion_wanted = Signal()
    person_wanted = Signal(object)
    left = Signal()
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Build an empty card; nothing is asked before `show_case`."""
        super().__init__()
        self.desk = desk
        self.view: CaseView | None = None
        self._case_id: UUID | None = None
        self.back_button = quiet_button(_("Back to the group"), "back")
        self.header = PageHeader(" ")
        self.body = ScrollBody(most_width=820)
        self.expired = Banner("attention", "")
        self.why = Card(_("Why the person was brought up"), _("Correct"), icon="edit")
        self.facts = Card(_("Facts"), _("Add fact"), icon="add")
        self.agreed = Card(_("What was agreed"))
        self.looks = Card(_("Who looked"))
        self.state = StateStack(self.body)
        self._build()

    def show_case(self, case_id: UUID) -> None:
        """Ask for a case; the look is put on record with it."""
        self._case_id = case_id
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        if self._case_id is not None:
            pending = self.desk.act(read_case, self._case_id)
            pending.then(self._on_case).if_refused(self._on_refused)
            pending.if_unavailable(self._on_unavailable)

    def forget(self) -> None:
        """Let go of everything that was shown."""
        self.view = self._case_id = None
        self.header.set_title(" ")
        self.header.set_subtitle("")
        for card in (self.why, self.facts, self.agreed, self.looks):
            card.clear()

    def _build(self) -> None:
        self.follow_button = plain_button(_("How it goes on"), "forward")
        self.person_button = plain_button(_("Card of the person"), "person")
        self.paper_button = plain_button(_("What the group holds"), "document")
        self.delete_button = plain_button(_("Delete case"), "bin")
        for button, wanted in (
            (self.delete_button, self.deletion_wanted),
            (self.paper_button, self.paper_wanted),
            (self.follow_button, self.following_wanted),
        ):
            button.clicked.connect(wanted)
            self.header.add_action(button)
        self.person_button.clicked.connect(self._on_person)
        self.header.add_action(self.person_button)
        self.back_button.clicked.connect(self.left)
        self.why.acted.connect(self.correction_wanted)
        self.facts.acted.connect(self._on_add_fact)
        self.state.retried.connect(self.refresh)
        for part in (self.expired, self.facts, self.why, self.agreed, self.looks):
            self.body.add(part)
        self.body.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.header)
        layout.addWidget(self.state, 1)

    def _on_case(self, view: CaseView) -> None:
        if view.row.id != self._case_id:
            return
        self.view = view
        self.header.set_title(case_name(view.row.number, view.row.name))
        self.header.set_subtitle(_subtitle(view))
        self.person_button.setVisible(bool(view.row.name))
        self.delete_button.setVisible(view.row.state in OVER_STATES)
        words = ngettext(
            "{count} fact has passed its last day. It is shown nowhere and is to be deleted.",
            "{count} facts have passed their last day. They are shown nowhere and are to be"
            " deleted.",
            view.expired,
        )
        self.expired.set_text(words)
        self.expired.setVisible(view.expired > 0)
        self._fill_facts(view)
        self._fill_why(view)
        self._fill_agreed(view)
        self._fill_looks(view)
        self.state.show_content()

    def _fill_facts(self, view: CaseView) -> None:
        self.facts.clear()
        if not view.facts:
            self.facts.add(quiet(_("No fact is shared yet.")))
        for fact in view.facts:
            card = FactCard(fact, view.bases)
            card.change_wanted.connect(self.fact_form_wanted)
            card.removal_wanted.connect(self.fact_removal_wanted)
            self.facts.add(card)

    def _fill_why(self, view: CaseView) -> None:
        self.why.clear()
        criteria = "; ".join(_(CRITERION_LABELS[Criterion(code)]) for code in view.criteria)
        consent = _(CONSENT_LABELS[ConsentSought(view.consent_sought)])
        informed = _("Yes") if view.informed else _("No")
        for label, value in (
            (_("Criteria"), criteria),
            (_("Why own means do not suffice"), view.own_means_insufficient),
            (_("What was tried"), view.tried),
            (_("The person was informed"), _joined(informed, view.informed_reason)),
            (_("Consent"), _joined(consent, view.consent_reason)),
        ):
            self.why.add(small(label))
            self.why.add(text(value))

    def _fill_agreed(self, view: CaseView) -> None:
        self.agreed.clear()
        if not view.items:
            self.agreed.add(quiet(_("No meeting has spoken of this case yet.")))
        for item in view.items:
            self.agreed.add(strong(formats.show_datetime(item.starts_at)))
            self.agreed.add(text(item.decision or _("Nothing is decided yet.")))
            for line in task_lines(item):
                self.agreed.add(quiet(line))

    def _fill_looks(self, view: CaseView) -> None:
        self.looks.clear()
        for look in view.looks[:_SHOWN_LOOKS]:
            when = formats.show_datetime(look.at.astimezone())
            self.looks.add(quiet(f"{when} · {look.who} · {looked_words(look.what)}"))

    def _on_add_fact(self) -> None:
        self.fact_form_wanted.emit(None)

    def _on_person(self) -> None:
        if self.view is not None:
            self.person_wanted.emit(self.view.row.person_id)

    def _on_refused(self, refused: Refused) -> None:
        del refused
        self.closed.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def task_lines(item: ItemRow) -> list[str]:
    """Answer who does what until when, and what is done."""
    lines = []
    for task in item.tasks:
        day = formats.show_date(task.due_on)
        words = _("{agency}: {what}, done") if task.done_on else _("{agency}: {what}, by {day}")
        lines.append(words.format(agency=agency_words(task.agency), what=task.what, day=day))
    return lines


def _subtitle(view: CaseView) -> str:
    parts = [state_words(view.row.state)]
    if view.row.lead_agency:
        parts.append(_("Lead: {agency}").format(agency=agency_words(view.row.lead_agency)))
    if view.row.next_review:
        day = formats.show_date(view.row.next_review)
        parts.append(_("Next review {day}").format(day=day))
    return " · ".join(parts)


def _joined(first: str, more: str) -> str:
    return f"{first}: {more}" if more else first
