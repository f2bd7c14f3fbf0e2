"""What an audit line means: its words, and by what it is looked for."""

from app.audit.rules.feature_words import FEATURE_WORDS
from app.audit.rules.looking import LONGEST_END, AuditQuery, check_end, short_end
from app.audit.rules.words import ACTION_WORDS, words_of

__all__ = [
    "ACTION_WORDS",
    "FEATURE_WORDS",
    "LONGEST_END",
    "AuditQuery",
    "check_end",
    "short_end",
    "words_of",
]
