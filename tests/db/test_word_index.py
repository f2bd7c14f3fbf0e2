"""Requirements of the index of words on both kinds of database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from db.tables import metadata
from db.word_index import Worded, drop_words, fill_words

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

FIND = {
    "sqlite": "SELECT rowid FROM note_words WHERE note_words MATCH :word || '*' ORDER BY rowid",
    "postgresql": (
        "SELECT serial FROM note_words WHERE words @@ to_tsquery('simple', :word || ':*')"
        " ORDER BY serial"
    ),
}


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> Engine:
    """A database of each kind with all tables."""
    engine: Engine
    if request.param == "sqlite":
        engine = request.getfixturevalue("engine")
    else:
        engine = request.getfixturevalue("postgres")
        metadata.create_all(engine)
    return engine


def find(connection: Connection, word: str) -> list[int]:
    """Answer the serials of the notes with a word that begins like this."""
    found = connection.execute(text(FIND[connection.dialect.name]), {"word": word})
    return list(found.scalars())


def test_words_are_found_folded_and_by_their_beginnings(kind: Engine) -> None:
    with kind.begin() as connection:
        fill_words(
            connection, [Worded(1, "Erna wohnt in der Straße"), Worded(2 << 40, "Ærø ist schön")]
        )

        assert find(connection, "strass") == [1]
        assert find(connection, "w") == [1]
        assert find(connection, "aro") == [2 << 40]


def test_a_note_that_is_dropped_is_not_found(kind: Engine) -> None:
    with kind.begin() as connection:
        fill_words(connection, [Worded(1, "Besuch"), Worded(2, "Besuch")])
        drop_words(connection, [1])

        assert find(connection, "besuch") == [2]
        drop_words(connection, [])
        fill_words(connection, [])
        assert find(connection, "besuch") == [2]
