"""The candidate card: what a volunteer is asked with, on one page, and nobody is named."""

from __future__ import annotations

import pytest

from forms.visiting.candidate_card import render
from tests.factories.papers import candidate_card
from tests.forms.reading import seen, text_of


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_the_card_says_what_is_wished_for(language: str) -> None:
    text = text_of(render(candidate_card(language=language)))
    for words in ("80", "89", "Garath", "Musik und Singen", "Katze", "Di. 10:00–12:00"):
        assert words in text


def test_what_is_not_known_leaves_no_label() -> None:
    text = text_of(render(candidate_card(interests=(), home=(), times=(), decade=None)))
    assert "Mag gern" not in text
    assert "noch nicht gesagt" in text
    assert "nach Absprache" in text


def test_everything_stays_on_one_page() -> None:
    pdf = render(candidate_card(interests=("Handarbeit und Basteln",) * 14, times=("Mo. 9",) * 7))
    assert {piece.page for piece in seen(pdf)} == {1}
