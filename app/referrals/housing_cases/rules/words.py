"""The words of a housing case: what it is about, and the stages towards losing the home."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class CaseKind(StrEnum):
    """What a housing case is about."""

    HOUSE_RULES = "house_rules"
    ARREARS = "arrears"
    NEIGHBOURS = "neighbours"
    CONDITION = "condition"
    """The state of the flat."""
    OTHER = "other"


CASE_KIND_LABELS: Mapping[CaseKind, str] = MappingProxyType(
    {
        CaseKind.HOUSE_RULES: N_("House rules, noise"),
        CaseKind.ARREARS: N_("Rent arrears"),
        CaseKind.NEIGHBOURS: N_("Conflict between neighbours"),
        CaseKind.CONDITION: N_("State of the flat"),
        CaseKind.OTHER: N_("Other case"),
    }
)
"""The words for each, translated where they are shown."""


class Stage(StrEnum):
    """How far a case went; each may be skipped, none but the last brings the home back."""

    COMPLAINT = "complaint"
    REPRIMAND = "reprimand"
    """Spoken or written."""
    WARNING = "warning"
    """German Abmahnung."""
    TENANTS_BOARD = "tenants_board"
    """Danish Beboerklagenævn, German Schiedsstelle."""
    COURT = "court"
    EVICTION = "eviction"
    SETTLED = "settled"


STAGE_LABELS: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.COMPLAINT: N_("Complaint"),
        Stage.REPRIMAND: N_("Reprimand"),
        Stage.WARNING: N_("Warning"),
        Stage.TENANTS_BOARD: N_("Tenants' complaints board"),
        Stage.COURT: N_("Court"),
        Stage.EVICTION: N_("Eviction"),
        Stage.SETTLED: N_("Settled"),
    }
)
"""The words for each, translated where they are shown."""
