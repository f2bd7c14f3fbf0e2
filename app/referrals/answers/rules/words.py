"""The words of answers: how much is told, and by which way."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class DisclosureClass(StrEnum):
    """How much may be told to whoever enquired."""

    RECEIPT = "receipt"
    CONTACT_TAKEN = "contact_taken"
    AGREED = "agreed"
    CONSENTED = "consented"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return CLASS_LABELS[self]

    @property
    def hint(self) -> str:
        """What it means in one English sentence, translated where it is shown."""
        return _HINTS[self]

    @property
    def needs_consent(self) -> bool:
        """Whether it takes a consent of the person that names the recipient."""
        return self in {DisclosureClass.AGREED, DisclosureClass.CONSENTED}

    @property
    def is_free(self) -> bool:
        """Whether something may be typed besides the fixed sentences."""
        return self is DisclosureClass.CONSENTED


CLASS_LABELS: Mapping[DisclosureClass, str] = MappingProxyType(
    {
        DisclosureClass.RECEIPT: N_("Receipt only"),
        DisclosureClass.CONTACT_TAKEN: N_("We followed it up"),
        DisclosureClass.AGREED: N_("Agreed with the resident"),
        DisclosureClass.CONSENTED: N_("With the resident's consent"),
    }
)
_HINTS = {
    DisclosureClass.RECEIPT: N_("Says that the enquiry has come, and nothing about anybody."),
    DisclosureClass.CONTACT_TAKEN: N_(
        "Says that it was followed up, and nothing about whom it is about."
    ),
    DisclosureClass.AGREED: N_(
        "Fixed sentences only; needs a consent of the resident that names this recipient."
    ),
    DisclosureClass.CONSENTED: N_(
        "Your own words as far as the consent of the resident goes, which names this recipient."
    ),
}


class AnswerChannel(StrEnum):
    """By which way an answer is given."""

    LETTER = "letter"
    PHONE = "phone"
    MAIL = "mail"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return CHANNEL_LABELS[self]


CHANNEL_LABELS: Mapping[AnswerChannel, str] = MappingProxyType(
    {
        AnswerChannel.LETTER: N_("Letter"),
        AnswerChannel.PHONE: N_("On the phone, read out"),
        AnswerChannel.MAIL: N_("Mail"),
    }
)


class SecretKind(StrEnum):
    """What an answer must not say."""

    KNOWN = "known"
    DIAGNOSIS = "diagnosis"
    MEASURE = "measure"
    OUTCOME = "outcome"
    NOTE = "note"

    @property
    def label(self) -> str:
        """What is said, in English, translated where it is shown."""
        return SECRET_LABELS[self]


SECRET_LABELS: Mapping[SecretKind, str] = MappingProxyType(
    {
        SecretKind.KNOWN: N_("whether somebody is known to the office"),
        SecretKind.DIAGNOSIS: N_("something about health"),
        SecretKind.MEASURE: N_("which help or measure somebody gets"),
        SecretKind.OUTCOME: N_("what came of it"),
        SecretKind.NOTE: N_("words of the file"),
    }
)
