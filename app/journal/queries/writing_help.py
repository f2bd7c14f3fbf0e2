"""What helps with writing a note: snippets, and words that the spell check accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.journal.queries.wording import own_words, snippet_texts
from app.settings import LANGUAGES

if TYPE_CHECKING:
    from sqlalchemy import Connection


class WritingHelp(NamedTuple):
    """Texts by their short words, and the office's own words of all languages."""

    snippets: dict[str, str]
    words: frozenset[str]


def writing_help(connection: Connection) -> WritingHelp:
    """Answer everything that a field for notes needs, in one go."""
    words = (word for language in LANGUAGES for word in own_words(connection, language))
    return WritingHelp(snippet_texts(connection), frozenset(words))
