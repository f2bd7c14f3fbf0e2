"""What can be asked about advice: contacts, calls, today's tally."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.mobile_advice.advice.queries.calls import (
        CallList,
        call_card,
        call_to_edit,
        due_calls,
        list_calls,
    )
    from app.mobile_advice.advice.queries.contacts import (
        contact_card,
        contact_of_appointment,
        contact_to_edit,
        contacts_of,
        count_contacts,
        list_contacts,
        new_contact,
        stops_on,
    )
    from app.mobile_advice.advice.queries.person_calls import (
        advice_of_person,
        calls_of,
        contact_of_call,
    )
    from app.mobile_advice.advice.queries.tally import tally_sheet
else:
    __getattr__ = late_names(
        __name__,
        {
            "calls": (
                "CallList",
                "call_card",
                "call_to_edit",
                "due_calls",
                "list_calls",
            ),
            "contacts": (
                "contact_card",
                "contact_of_appointment",
                "contact_to_edit",
                "contacts_of",
                "count_contacts",
                "list_contacts",
                "new_contact",
                "stops_on",
            ),
            "person_calls": ("advice_of_person", "calls_of", "contact_of_call"),
            "tally": ("tally_sheet",),
        },
    )

__all__ = [
    "CallList",
    "advice_of_person",
    "call_card",
    "call_to_edit",
    "calls_of",
    "contact_card",
    "contact_of_appointment",
    "contact_of_call",
    "contact_to_edit",
    "contacts_of",
    "count_contacts",
    "due_calls",
    "list_calls",
    "list_contacts",
    "new_contact",
    "stops_on",
    "tally_sheet",
]
