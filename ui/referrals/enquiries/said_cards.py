"""What was said in an enquiry: who enquired, about which home, what was observed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import show_cpr
from resources.text import _
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.referrals.enquiries.words import (
    channel_words,
    concern_words,
    known_words,
    local_moment,
    outcome_words,
)
from ui.widgets.card import Card
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from app.referrals.enquiries.queries import EnquiryCard


class ObservedCard(Card):
    """The words of the caller, and what was asked besides."""

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__(_("What was observed"))
        self.facts = FactGrid(
            [_("Observed"), _("Concerns"), _("Home"), _("Since"), _("How often"),
             _("Also affected"), _("Children in the home"), _("Danger"), _("Resident spoken to"),
             _("Resident knows"), _("Done so far"), _("Best time to meet"), _("Safety"),
             _("CPR number")]
        )  # fmt: skip
        self.add(self.facts)

    def show_enquiry(self, card: EnquiryCard) -> None:
        """Show what was said."""
        since = formats.show_day(card.since) if card.since else ""
        told = ""
        if card.told_emergency_at is not None:
            words = _("The caller was told to ring {numbers}, {at}")
            at = local_moment(card.told_emergency_at)
            told = words.format(numbers=card.laws.emergency, at=at)
        elif card.acute:
            told = _("Somebody may be in danger now")
        self.facts.show_facts(
            [card.observed, concern_words(card.row.concerns), card.row.home,
             " · ".join(filter(None, (card.since_words, since))), card.how_often,
             card.others_affected, known_words(card.children), told,
             known_words(card.told_resident), known_words(card.resident_knows),
             card.done_so_far, card.best_time, card.safety_note, show_cpr(card.cpr)]
        )  # fmt: skip


class ReporterCard(Card):
    """Who enquired, and how to ring back."""

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__(_("Who enquired"))
        self.facts = FactGrid(
            [_("Housing department"), _("Name"), _("Function"), _("Phone"), _("Mail"),
             _("When to ring back"), _("Came"), _("Taken by"), _("In charge")]
        )  # fmt: skip
        self.naming = quiet("")
        self.add(self.facts)
        self.add(self.naming)

    def show_enquiry(self, card: EnquiryCard) -> None:
        """Show who enquired; a name that was given is on file."""
        row = card.row
        name = row.caller or (_("Anonymous") if row.is_anonymous else "")
        institution = ", ".join(filter(None, (row.institution, row.parent)))
        came = f"{channel_words(card.channel)} · {local_moment(row.received_at)}"
        self.facts.show_facts(
            [institution, name, card.caller_function or card.reporter_role, card.reporter_phone,
             card.reporter_email, card.callback_time, came, card.received_by, row.responsible]
        )  # fmt: skip
        self.naming.setText(_naming(card))
        self.naming.setVisible(bool(self.naming.text()))


def _naming(card: EnquiryCard) -> str:
    law = card.laws.naming_law
    if card.named_later:
        words = _("The name was given later: it is on file and may be disclosed ({law}).")
        return words.format(law=law)
    if card.row.is_anonymous:
        words = _("If the name is given later, it must be noted and may be disclosed ({law}).")
        return words.format(law=law)
    return ""


class OutcomeCard(Card):
    """What came of it: for the office alone."""

    def __init__(self) -> None:
        """Begin without an outcome."""
        super().__init__(_("Outcome, stays in the office"))
        self.facts = FactGrid([_("Outcome"), _("Note"), _("Closed"), _("Closed by")])
        self.add(self.facts)
        self.add(quiet(_("The reporter is never told of this.")))

    def show_enquiry(self, card: EnquiryCard) -> None:
        """Show what came of it, once it was closed."""
        self.facts.show_facts(
            [outcome_words(card.outcome), card.outcome_note, local_moment(card.closed_at),
             card.closed_by]
        )  # fmt: skip
        self.setVisible(bool(card.outcome))
