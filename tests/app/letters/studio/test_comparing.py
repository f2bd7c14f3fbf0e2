"""Two versions beside each other: the words that changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.letters.studio.comparing import Fate, Stretch, compare


def test_the_words_that_changed_are_named() -> None:
    assert compare("Wir laden Sie ein.", "Wir laden Sie herzlich ein!") == (
        Stretch("Wir laden Sie ", Fate.SAME),
        Stretch("herzlich ", Fate.NEW),
        Stretch("ein", Fate.SAME),
        Stretch(".", Fate.GONE),
        Stretch("!", Fate.NEW),
    )


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_are_in_what_is_shown(older: str, newer: str) -> None:
    found = compare(older, newer)

    assert "".join(each.text for each in found if each.fate is not Fate.GONE) == newer
    assert "".join(each.text for each in found if each.fate is not Fate.NEW) == older
