"""What an audit line says in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.audit.rules import FEATURE_WORDS, words_of
from resources.text import _, ngettext

if TYPE_CHECKING:
    from app.audit.queries import AuditEntry

_NAMES_SHOWN = 3


def what_words(entry: AuditEntry) -> str:
    """Answer what was done."""
    return _(words_of(entry.action))


def where_words(entry: AuditEntry) -> str:
    """Answer in which parts of the office it was done."""
    features = dict.fromkeys((entry.feature, *(record.feature for record in entry.records)))
    return ", ".join(_(FEATURE_WORDS[word]) for word in features if word in FEATURE_WORDS)


def whom_words(entry: AuditEntry) -> str:
    """Answer whom it was about, as far as the reader may know them."""
    names = entry.names
    shown = ", ".join(names[:_NAMES_SHOWN])
    more = len(names) - _NAMES_SHOWN
    if more <= 0:
        return shown
    others = ngettext("{count} more", "{count} more", more)
    return f"{shown}, {others}"
