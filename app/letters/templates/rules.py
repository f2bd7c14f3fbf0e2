"""What a delivered template is: its kind, its blocks, what it needs, and in which languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "appointment": N_("Appointment letter"),
        "visit_announcement": N_("Visit announcement"),
        "preventive_visit_offer": N_("Offer of a preventive visit"),
        "preventive_visit_reminder": N_("Reminder of a preventive visit"),
        "preventive_visit_75": N_("Preventive visit, 75 years"),
        "preventive_visit_80": N_("Preventive visit, 80 years"),
        "preventive_visit_82": N_("Yearly preventive visit from 82 years"),
        "volunteer_introduction": N_("Introduction of the volunteer"),
        "mobile_advice_invitation": N_("Invitation to the mobile advice"),
        "advice_reminder": N_("Reminder of an appointment for advice"),
        "advice_cancelled": N_("Cancellation of an appointment for advice"),
        "missed_you": N_("Missed you at the door"),
        "renewal_reminder": N_("Reminder to renew a benefit"),
        "document_request": N_("Request for documents"),
        "hearing": N_("Hearing"),
        "decision": N_("Decision"),
        "enquiry_receipt": N_("Receipt of an enquiry"),
        "volunteer_thanks": N_("Thank-you to volunteers"),
        "hours_certificate": N_("Certificate of hours"),
        "driving_voucher": N_("Driving voucher"),
        "free": N_("Free letter"),
    }
)
"""Every template that the program carries with its English title, in the order of offer."""

OTHER_TITLES: Mapping[str, str] = MappingProxyType({"enquiry_answer": N_("Answer to an enquiry")})
"""What stands among a person's letters and is written from no template, by its code."""

NOT_IN_LANGUAGE = N_("This letter is not written in this language yet.")
NOT_REVIEWED = N_(
    "No native speaker has reviewed this translation yet. Let somebody read it before you send it."
)


class Kind(StrEnum):
    """What a template makes."""

    LETTER = "letter"
    DECISION = "decision"
    HEARING = "hearing"
    CERTIFICATE = "certificate"
    VOUCHER = "voucher"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _KINDS[self]


_KINDS = {
    Kind.LETTER: N_("Letter"),
    Kind.DECISION: N_("Decision"),
    Kind.HEARING: N_("Hearing"),
    Kind.CERTIFICATE: N_("Certificate"),
    Kind.VOUCHER: N_("Voucher"),
}


@dataclass(frozen=True, slots=True)
class DeliveredTemplate:
    """A template that the program carries; its texts are read one by one."""

    code: str
    kind: Kind
    source: str
    """The language whose law or practice it follows; the other versions follow that one."""
    written_in: tuple[str, ...]
    """Languages that are sources of their own, not translations."""
    translations: Mapping[str, bool]
    """Languages that it is translated to; True once a native speaker has reviewed it."""
    needs: tuple[str, ...]
    """Fields without whose values no letter leaves."""
    blocks: tuple[str, ...]
    """Its building blocks in reading order; greeting and closing are those of all letters."""
    legal: Mapping[str, str]
    """Kind of the legal block by country, "de" or "dk"; empty where there is none."""
    mass_needs_basis: bool
    """Whether a mass mailing needs a lawful basis that is written down."""

    @property
    def title(self) -> str:
        """The English title, translated where it is shown."""
        return TITLES[self.code]

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language that there is a text in."""
        return (*self.written_in, *self.translations)

    def is_reviewed(self, language: str) -> bool:
        """Answer False for a translation that no native speaker has reviewed."""
        return self.translations.get(language, True)
