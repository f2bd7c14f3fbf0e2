"""How the words of names sound, for databases whose names were written before that was kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.clients.rules.phonetics import sound

_WORDS = sa.text("SELECT DISTINCT word FROM person_name_key")
_SET = sa.text("UPDATE person_name_key SET sound = :sound WHERE word = :word")


def fill_sounds() -> None:
    """Write for each word of a name how it sounds; a word without a sound stands for itself."""
    connection = op.get_bind()
    words = connection.execute(_WORDS).scalars().all()
    if words:
        connection.execute(_SET, [{"word": word, "sound": sound(word) or word} for word in words])
