"""What a request is: its words, its checklist, its decision, and what is to be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.intake.rules.checklist import (
        Checklist,
        ChecklistItem,
        ItemKind,
        check_answers,
        checklist_on,
        read_checklists,
    )
    from app.intake.rules.decision import Decision, check_decision
    from app.intake.rules.requests import RequestDetails, check_request
    from app.intake.rules.steps import STEP_LABELS, NextStep, next_step, waiting_days
    from app.intake.rules.words import (
        END_REASONS,
        ENDS,
        REASON_LABELS,
        SERVICE_LABELS,
        SOURCE_LABELS,
        STAGE_LABELS,
        EndReason,
        RequestSource,
        Service,
        Stage,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "checklist": (
                "Checklist",
                "ChecklistItem",
                "ItemKind",
                "check_answers",
                "checklist_on",
                "read_checklists",
            ),
            "decision": ("Decision", "check_decision"),
            "requests": ("RequestDetails", "check_request"),
            "steps": ("STEP_LABELS", "NextStep", "next_step", "waiting_days"),
            "words": (
                "END_REASONS",
                "ENDS",
                "REASON_LABELS",
                "SERVICE_LABELS",
                "SOURCE_LABELS",
                "STAGE_LABELS",
                "EndReason",
                "RequestSource",
                "Service",
                "Stage",
            ),
        },
    )

__all__ = [
    "ENDS",
    "END_REASONS",
    "REASON_LABELS",
    "SERVICE_LABELS",
    "SOURCE_LABELS",
    "STAGE_LABELS",
    "STEP_LABELS",
    "Checklist",
    "ChecklistItem",
    "Decision",
    "EndReason",
    "ItemKind",
    "NextStep",
    "RequestDetails",
    "RequestSource",
    "Service",
    "Stage",
    "check_answers",
    "check_decision",
    "check_request",
    "checklist_on",
    "next_step",
    "read_checklists",
    "waiting_days",
]
