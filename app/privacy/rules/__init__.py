"""Periods of keeping, when a file ends, and the confirmation before anything goes."""

from app.privacy.rules.confirming import Confirmation, check_confirmation
from app.privacy.rules.files import Due, FileState, due_of
from app.privacy.rules.periods import (
    PERIOD_TITLES,
    WAY_LABELS,
    Keeping,
    Override,
    Period,
    Way,
    add_months,
    check_override,
    read_keeping,
)

__all__ = [
    "PERIOD_TITLES",
    "WAY_LABELS",
    "Confirmation",
    "Due",
    "FileState",
    "Keeping",
    "Override",
    "Period",
    "Way",
    "add_months",
    "check_confirmation",
    "check_override",
    "due_of",
    "read_keeping",
]
