"""What the parts of the program are called that an audit line names."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

FEATURE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "access": N_("Colleagues and rights"),
        "admin": N_("Office"),
        "advice": N_("Advice"),
        "areas": N_("Areas"),
        "audit": N_("Audit"),
        "booking": N_("Appointments"),
        "clients": N_("People"),
        "codes": N_("Code lists"),
        "consent": N_("Consents"),
        "custom": N_("Own fields"),
        "escalation": N_("Concerns"),
        "exchange": N_("Lists and exports"),
        "expenses": N_("Expenses and hours"),
        "households": N_("Households and relations"),
        "importing": N_("Imports"),
        "institutions": N_("Institutions"),
        "intake": N_("Requests"),
        "journal": N_("Journal"),
        "letters": N_("Letters"),
        "linking": N_("Duplicates"),
        "matches": N_("Matches"),
        "preventive": N_("Preventive visits"),
        "mediators": N_("Language mediators"),
        "privacy": N_("Privacy"),
        "psp": N_("Work that only those named read"),
        "referrals": N_("Enquiries and referrals"),
        "suitcase": N_("Suitcases of tours"),
        "tasks": N_("Tasks"),
        "volunteers": N_("Volunteers"),
        "tours": N_("Tours of mobile advice"),
        "visiting": N_("Visits"),
    }
)
"""English names by the feature word; a test looks for every word that an act touches."""
