"""The code lists of the journal that an office may change."""

from __future__ import annotations

from app.codes.rules import CodeList
from app.errors import N_
from app.journal.rules.words import MEDIUM_LABELS, TOPIC_LABELS

TOPICS = CodeList(
    "topics",
    N_("Topics of notes"),
    {topic.value: words for topic, words in TOPIC_LABELS.items()},
)
MEDIA = CodeList(
    "note_media",
    N_("Kinds of contact in notes"),
    {medium.value: words for medium, words in MEDIUM_LABELS.items()},
)
