"""What can be asked about consent: what holds, what was said, what ends, what was passed on."""

from app.consent.queries.asking import (
    Asking,
    ConsentEnding,
    consent_for,
    expiring_consents,
    standing_with,
)
from app.consent.queries.history import (
    ConsentRow,
    ConsentToEdit,
    DisclosureRow,
    PersonConsent,
    consent_of_person,
    consent_to_edit,
)

__all__ = [
    "Asking",
    "ConsentEnding",
    "ConsentRow",
    "ConsentToEdit",
    "DisclosureRow",
    "PersonConsent",
    "consent_for",
    "consent_of_person",
    "consent_to_edit",
    "expiring_consents",
    "standing_with",
]
