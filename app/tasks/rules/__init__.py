"""What a task is, how it repeats, and what may be handed over."""

from app.tasks.rules.handing import HandoverKind, HandoverWish, check_handover
from app.tasks.rules.repeats import Repeat, Rhythm, next_due, read_rhythm, rhythm_of
from app.tasks.rules.words import (
    TaskState,
    TaskValues,
    check_drop,
    check_result,
    check_task,
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
