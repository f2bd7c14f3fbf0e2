"""What is typed when data are passed on, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.consent.rules.details import IN_THE_FUTURE, NO_RECIPIENT, TWO_RECIPIENTS
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

REASON_LENGTH = 15
"""Fewest characters of a reason for passing data on without consent."""

NO_KIND = N_("Please choose at least one kind of data.")
NO_PURPOSE = N_("Please say what the data are needed for.")
REASON_TOO_SHORT = N_("Please give a reason of at least {least} characters; it is logged.")
NO_FIRST_DAY = N_("Please say from which day on the notes are passed on.")


class DataKind(StrEnum):
    """Which data about a person are passed on."""

    CONTACT = "contact"
    CARD = "card"
    JOURNAL = "journal"


KIND_LABELS: Mapping[DataKind, str] = MappingProxyType(
    {
        DataKind.CONTACT: N_("Contact data: name, address, phone"),
        DataKind.CARD: N_("Card: date of birth, languages, living situation, what to know"),
        DataKind.JOURNAL: N_("Journal: the notes for the whole team from a day on"),
    }
)
"""The words for each kind, translated where they are shown."""

KIND_NAMES: Mapping[DataKind, str] = MappingProxyType(
    {
        DataKind.CONTACT: N_("Contact data"),
        DataKind.CARD: N_("Card"),
        DataKind.JOURNAL: N_("Journal"),
    }
)
"""The short names of each kind, for what was passed on."""


@dataclass(frozen=True, slots=True)
class PassingOn:
    """The form of passing data on: to whom, what for, and which kinds."""

    institution_id: UUID | None = None
    recipient: str = ""
    purpose: str = ""
    """What the recipient needs the data for, in words."""
    with_contact: bool = True
    with_card: bool = False
    with_journal: bool = False
    journal_from: date | None = None
    message: str = ""
    """What the recipient is told besides, printed on the sheet."""
    is_override: bool = False
    """Whether data are passed on although consent is missing."""
    override_reason: str = ""

    @property
    def kinds(self) -> tuple[DataKind, ...]:
        """The kinds of data that were chosen."""
        chosen = (
            (DataKind.CONTACT, self.with_contact),
            (DataKind.CARD, self.with_card),
            (DataKind.JOURNAL, self.with_journal),
        )
        return tuple(kind for kind, is_chosen in chosen if is_chosen)


def check_passing(form: PassingOn, today: date) -> tuple[Problem, ...]:
    """Answer everything that is wrong with the form, apart from consent itself."""
    purpose = check_text(form.purpose, "purpose", longest=NAME_LENGTH)
    return (
        *_check_recipient(form),
        *((Problem(NO_PURPOSE, "purpose"),) if is_blank(form.purpose) else purpose),
        *(() if form.kinds else (Problem(NO_KIND, "with_contact"),)),
        *_check_journal(form, today),
        *check_text(form.message, "message", longest=NOTE_LENGTH, lines=True),
        *_check_override(form),
    )


def _check_recipient(form: PassingOn) -> tuple[Problem, ...]:
    if form.institution_id is None and is_blank(form.recipient):
        return (Problem(NO_RECIPIENT, "institution_id"),)
    if form.institution_id is not None and not is_blank(form.recipient):
        return (Problem(TWO_RECIPIENTS, "recipient"),)
    return check_text(form.recipient, "recipient", longest=NAME_LENGTH)


def _check_journal(form: PassingOn, today: date) -> tuple[Problem, ...]:
    if not form.with_journal:
        return ()
    if form.journal_from is None:
        return (Problem(NO_FIRST_DAY, "journal_from"),)
    return (Problem(IN_THE_FUTURE, "journal_from"),) if form.journal_from > today else ()


def _check_override(form: PassingOn) -> tuple[Problem, ...]:
    if not form.is_override:
        return ()
    if len(form.override_reason.strip()) < REASON_LENGTH or is_blank(form.override_reason):
        return (Problem(REASON_TOO_SHORT, "override_reason", {"least": REASON_LENGTH}),)
    return check_text(form.override_reason, "override_reason", longest=NOTE_LENGTH, lines=True)
