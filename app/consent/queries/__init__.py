"""What can be asked about consent: what holds, what was said, what ends, what was passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
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
else:
    __getattr__ = late_names(
        __name__,
        {
            "asking": (
                "Asking",
                "ConsentEnding",
                "consent_for",
                "expiring_consents",
                "standing_with",
            ),
            "history": (
                "ConsentRow",
                "ConsentToEdit",
                "DisclosureRow",
                "PersonConsent",
                "consent_of_person",
                "consent_to_edit",
            ),
        },
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
