"""What can be asked about volunteers: the list, the card, what the form begins with."""

from app.volunteers.queries.card import ProofRow, VolunteerCard, volunteer_card
from app.volunteers.queries.editing import VolunteerToEdit, volunteer_to_edit
from app.volunteers.queries.lists import VolunteerList, VolunteerRow, list_volunteers

__all__ = [
    "ProofRow",
    "VolunteerCard",
    "VolunteerList",
    "VolunteerRow",
    "VolunteerToEdit",
    "list_volunteers",
    "volunteer_card",
    "volunteer_to_edit",
]
