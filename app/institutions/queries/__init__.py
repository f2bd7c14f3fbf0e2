"""What can be asked about institutions: lists, type-ahead, the card, and who works where."""

from app.institutions.queries.card import (
    ContactRow,
    DepartmentRow,
    InstitutionCard,
    institution_card,
)
from app.institutions.queries.editing import (
    ContactToEdit,
    InstitutionToEdit,
    contact_to_edit,
    institution_to_edit,
)
from app.institutions.queries.lists import (
    InstitutionRow,
    count_institutions,
    find_institutions,
    institution_name,
    list_institutions,
)
from app.institutions.queries.places import ContactPlace, contact_places

__all__ = [
    "ContactPlace",
    "ContactRow",
    "ContactToEdit",
    "DepartmentRow",
    "InstitutionCard",
    "InstitutionRow",
    "InstitutionToEdit",
    "contact_places",
    "contact_to_edit",
    "count_institutions",
    "find_institutions",
    "institution_card",
    "institution_name",
    "institution_to_edit",
    "list_institutions",
]
