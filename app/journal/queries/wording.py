"""Snippets and the words that the office's spell check accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, or_, select

from app.journal.queries.rows import SnippetRow
from db.access import ME
from db.journal import OwnWord, Snippet

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SNIPPETS = (
    select(Snippet.id, Snippet.version, Snippet.who, Snippet.word, Snippet.text)
    .where(or_(Snippet.who == "", Snippet.who == ME))
    .order_by(Snippet.word, Snippet.who)
)
_OWN_WORDS = (
    select(OwnWord.word).where(OwnWord.language == bindparam("language")).order_by(OwnWord.word)
)


def all_snippets(connection: Connection) -> tuple[SnippetRow, ...]:
    """Answer the office's snippets and the person's own, by their words."""
    return tuple(map(SnippetRow._make, connection.execute(_SNIPPETS)))


def snippet_texts(connection: Connection) -> dict[str, str]:
    """Answer the text of each short word; the person's own stands before the office's."""
    # In the order of the question the person's own comes later and takes the place.
    return {row.word: row.text for row in all_snippets(connection)}


def own_words(connection: Connection, language: str) -> tuple[str, ...]:
    """Answer the words that the office added for a language."""
    return tuple(connection.execute(_OWN_WORDS, {"language": language}).scalars())
