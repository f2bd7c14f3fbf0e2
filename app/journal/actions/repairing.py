"""Making the index of words anew when it does not agree with the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.word_index import rebuild_words, words_out_of_step

if TYPE_CHECKING:
    from app.office import Act


def repair_words(act: Act) -> int:
    """Make the index of words anew if a note is missing in it or too many are.

    Answers how many notes were out of step; 0 changes nothing. Of 2,000,000 notes this takes
    some minutes.
    """
    connection = act.session.connection()
    wrong = words_out_of_step(connection)
    if wrong:
        rebuild_words(connection)
        act.touch("journal")
    return wrong
