"""What can be asked about volunteers: the list, the card, what the form begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.volunteers.queries.card import ProofRow, VolunteerCard, volunteer_card
    from app.volunteers.queries.editing import VolunteerToEdit, volunteer_to_edit
    from app.volunteers.queries.expiring import ExpiringProof, count_due_proofs, expiring_proofs
    from app.volunteers.queries.lists import VolunteerList, VolunteerRow, list_volunteers
    from app.volunteers.queries.required import RequirementHistory, requirements_of_office
else:
    __getattr__ = late_names(
        __name__,
        {
            "card": ("ProofRow", "VolunteerCard", "volunteer_card"),
            "editing": ("VolunteerToEdit", "volunteer_to_edit"),
            "expiring": ("ExpiringProof", "count_due_proofs", "expiring_proofs"),
            "lists": ("VolunteerList", "VolunteerRow", "list_volunteers"),
            "required": ("RequirementHistory", "requirements_of_office"),
        },
    )

__all__ = [
    "ExpiringProof",
    "ProofRow",
    "RequirementHistory",
    "VolunteerCard",
    "VolunteerList",
    "VolunteerRow",
    "VolunteerToEdit",
    "count_due_proofs",
    "expiring_proofs",
    "list_volunteers",
    "requirements_of_office",
    "volunteer_card",
    "volunteer_to_edit",
]
