"""What housing cases mean: kinds, stages, deadlines, forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.referrals.housing_cases.rules.details import (
        CaseClosing,
        CaseDetails,
        StepDetails,
        check_case,
        check_closing,
        check_step,
    )
    from app.referrals.housing_cases.rules.stages import (
        StageRule,
        check_stage,
        read_stages,
        stage_rule,
    )
    from app.referrals.housing_cases.rules.words import (
        CASE_KIND_LABELS,
        STAGE_LABELS,
        CaseKind,
        Stage,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "details": (
                "CaseClosing",
                "CaseDetails",
                "StepDetails",
                "check_case",
                "check_closing",
                "check_step",
            ),
            "stages": ("StageRule", "check_stage", "read_stages", "stage_rule"),
            "words": ("CASE_KIND_LABELS", "STAGE_LABELS", "CaseKind", "Stage"),
        },
    )

__all__ = [
    "CASE_KIND_LABELS",
    "STAGE_LABELS",
    "CaseClosing",
    "CaseDetails",
    "CaseKind",
    "Stage",
    "StageRule",
    "StepDetails",
    "check_case",
    "check_closing",
    "check_stage",
    "check_step",
    "read_stages",
    "stage_rule",
]
