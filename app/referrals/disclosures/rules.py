"""What the register says: by which way something left, what it was, and on what basis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.clients.rules import fold
from app.consent.rules import KIND_NAMES
from app.errors import N_
from app.referrals.handing_over.rules import FACT_LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID


class LeftBy(StrEnum):
    """By which way something left."""

    PASSED = "passed"
    ANSWER = "answer"
    REFERRAL = "referral"
    LETTER = "letter"
    EXPORT = "export"
    PSP = "psp"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return LEFT_LABELS[self]


LEFT_LABELS: Mapping[LeftBy, str] = MappingProxyType(
    {
        LeftBy.PASSED: N_("Data passed on"),
        LeftBy.ANSWER: N_("Answer to an enquiry"),
        LeftBy.REFERRAL: N_("Matter handed over"),
        LeftBy.LETTER: N_("Letter"),
        LeftBy.EXPORT: N_("Exported list"),
        LeftBy.PSP: N_("Extract for an agency"),
    }
)
WHAT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **{kind.value: name for kind, name in KIND_NAMES.items()},
        **{fact.value: name for fact, name in FACT_LABELS.items()},
        "answer": N_("Answer to an enquiry"),
        "extract": N_("Facts ticked for the agency, and its tasks"),
        "matter": N_("What is asked for, without facts about the person"),
    }
)
"""What a line of the register may be about, by the codes that are kept."""
OVERRIDE = "override"
OVERRIDDEN = N_("Without consent, with a reason")
OWN_LETTER = N_("To the person")
NO_BASIS = N_("Right to export, with a reason")


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line: what left, to whom, when, why and on what basis; never the data themselves."""

    id: UUID
    at: datetime
    by: LeftBy
    person_id: UUID | None
    """None where nothing about a person left, or the reader may not know of whom."""
    name: str
    who: str
    recipient: str
    purpose: str
    """In words or as a code, see `purpose_words` of the screens."""
    what: str
    """Codes of `WHAT_NAMES` with commas, or words."""
    basis: str
    """A code of `app.referrals.bases`, "override", or ""."""
    law: str = ""
    """The sections of that basis in the country of the office."""


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which lines are wanted; empty takes all."""

    since: date | None = None
    until: date | None = None
    by: str = ""
    text: str = ""
    """Words of a name, a recipient or a colleague."""

    def takes(self, row: RegisterRow) -> bool:
        """Answer whether a line is among those that are wanted."""
        day = row.at.astimezone().date()
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        if self.by and row.by != self.by:
            return False
        said = f" {fold(f'{row.name} {row.recipient} {row.who} {row.purpose}')}"
        return all(f" {word}" in said for word in fold(self.text).split())
