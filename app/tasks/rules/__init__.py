"""What a task is, how it repeats, and what may be handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.tasks.rules.handing import HandoverKind, HandoverWish, check_handover
    from app.tasks.rules.repeats import Repeat, Rhythm, next_due, read_rhythm, rhythm_of
    from app.tasks.rules.words import TaskState, TaskValues, check_drop, check_result, check_task
else:
    __getattr__ = late_names(
        __name__,
        {
            "handing": ("HandoverKind", "HandoverWish", "check_handover"),
            "repeats": ("Repeat", "Rhythm", "next_due", "read_rhythm", "rhythm_of"),
            "words": ("TaskState", "TaskValues", "check_drop", "check_result", "check_task"),
        },
    )

__all__ = [
    "HandoverKind",
    "HandoverWish",
    "Repeat",
    "Rhythm",
    "TaskState",
    "TaskValues",
    "check_drop",
    "check_handover",
    "check_result",
    "check_task",
    "next_due",
    "read_rhythm",
    "rhythm_of",
]
