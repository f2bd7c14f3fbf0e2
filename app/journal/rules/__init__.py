"""What the journal's notes mean and what is allowed."""

from app.journal.rules.entry import (
    MOST_MINUTES,
    MOST_PEOPLE,
    REASON_LENGTH,
    REASON_MISSING,
    RESULT_LENGTH,
    NoteEntry,
    check_note,
    check_note_entry,
    put_together,
)
from app.journal.rules.filters import NoteFilters
from app.journal.rules.serials import SPILL, note_serial
from app.journal.rules.words import (
    ACCESS_LABELS,
    MEDIUM_LABELS,
    TOPIC_LABELS,
    Access,
    FollowUp,
    Medium,
    Topic,
)

__all__ = [
    "ACCESS_LABELS",
    "MEDIUM_LABELS",
    "MOST_MINUTES",
    "MOST_PEOPLE",
    "REASON_LENGTH",
    "REASON_MISSING",
    "RESULT_LENGTH",
    "SPILL",
    "TOPIC_LABELS",
    "Access",
    "FollowUp",
    "Medium",
    "NoteEntry",
    "NoteFilters",
    "Topic",
    "check_note",
    "check_note_entry",
    "note_serial",
    "put_together",
]
