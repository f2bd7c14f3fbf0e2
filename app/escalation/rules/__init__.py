"""What concerns about people mean: causes, chains of steps, results, emergency numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.escalation.rules.chain import (
        Chain,
        ChainStep,
        chain_on,
        check_steps,
        is_said,
        read_chains,
        read_steps,
    )
    from app.escalation.rules.following import (
        NOTE_LENGTH,
        Closing,
        NextStep,
        StepDetails,
        TakenStep,
        check_closing,
        check_step,
        follow_up_day,
        is_over,
        next_step,
    )
    from app.escalation.rules.numbers import EmergencyNumber, numbers_on, read_numbers
    from app.escalation.rules.words import (
        CALLS_LABELS,
        CAUSE_LABELS,
        ENDING_LABELS,
        RESULT_LABELS,
        Calls,
        Cause,
        Ending,
        StepResult,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "chain": (
                "Chain",
                "ChainStep",
                "chain_on",
                "check_steps",
                "is_said",
                "read_chains",
                "read_steps",
            ),
            "following": (
                "NOTE_LENGTH",
                "Closing",
                "NextStep",
                "StepDetails",
                "TakenStep",
                "check_closing",
                "check_step",
                "follow_up_day",
                "is_over",
                "next_step",
            ),
            "numbers": ("EmergencyNumber", "numbers_on", "read_numbers"),
            "words": (
                "CALLS_LABELS",
                "CAUSE_LABELS",
                "ENDING_LABELS",
                "RESULT_LABELS",
                "Calls",
                "Cause",
                "Ending",
                "StepResult",
            ),
        },
    )

__all__ = [
    "CALLS_LABELS",
    "CAUSE_LABELS",
    "ENDING_LABELS",
    "NOTE_LENGTH",
    "RESULT_LABELS",
    "Calls",
    "Cause",
    "Chain",
    "ChainStep",
    "Closing",
    "EmergencyNumber",
    "Ending",
    "NextStep",
    "StepDetails",
    "StepResult",
    "TakenStep",
    "chain_on",
    "check_closing",
    "check_step",
    "check_steps",
    "follow_up_day",
    "is_over",
    "is_said",
    "next_step",
    "numbers_on",
    "read_chains",
    "read_numbers",
    "read_steps",
]
