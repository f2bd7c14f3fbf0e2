"""What is asked about an institution and its contact persons, and what of it is allowed."""

from app.institutions.rules.contacts import ContactDetails, check_contact, is_valid_on
from app.institutions.rules.details import (
    InstitutionDetails,
    InstitutionKeys,
    check_institution,
    institution_keys,
)
from app.institutions.rules.kinds import KIND_LABELS, InstitutionKind

__all__ = [
    "KIND_LABELS",
    "ContactDetails",
    "InstitutionDetails",
    "InstitutionKeys",
    "InstitutionKind",
    "check_contact",
    "check_institution",
    "institution_keys",
    "is_valid_on",
]
