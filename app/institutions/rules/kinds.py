"""The kinds of institutions, as the office's work with older people meets them."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class InstitutionKind(StrEnum):
    """What an institution is to the people of the office."""

    HOUSING = "housing"
    """A housing association or company, or one of its departments."""
    ADVICE = "advice"
    """A "zentrum plus", an advice centre or a meeting place."""
    AUTHORITY = "authority"
    POLICE = "police"
    PSYCHIATRY = "psychiatry"
    PRACTICE = "practice"
    PHARMACY = "pharmacy"
    CARE = "care"
    """Home care, a care home, a hospital."""
    UTILITY = "utility"
    """Electricity, gas, water, waste."""
    MIGRANT = "migrant"
    """An organisation of migrants."""
    ASSOCIATION = "association"
    OTHER = "other"


KIND_LABELS: Mapping[InstitutionKind, str] = MappingProxyType(
    {
        InstitutionKind.HOUSING: N_("Housing association"),
        InstitutionKind.ADVICE: N_("Advice or meeting centre"),
        InstitutionKind.AUTHORITY: N_("Authority"),
        InstitutionKind.POLICE: N_("Police"),
        InstitutionKind.PSYCHIATRY: N_("Psychiatry"),
        InstitutionKind.PRACTICE: N_("Medical practice"),
        InstitutionKind.PHARMACY: N_("Pharmacy"),
        InstitutionKind.CARE: N_("Care or hospital"),
        InstitutionKind.UTILITY: N_("Energy or water supplier"),
        InstitutionKind.MIGRANT: N_("Migrant organisation"),
        InstitutionKind.ASSOCIATION: N_("Association"),
        InstitutionKind.OTHER: N_("Other institution"),
    }
)
"""The words for each kind, translated where they are shown."""
