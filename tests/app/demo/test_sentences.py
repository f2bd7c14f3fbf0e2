"""Sentences with choices in them."""

from __future__ import annotations

from app.demo.chance import Chance
from app.demo.sentences import say


def test_a_sentence_takes_one_of_its_choices_and_its_words() -> None:
    said = {say("[Tea|Coffee] with {name}.", {"name": "Ann"}, Chance(n)) for n in range(50)}

    assert said == {"Tea with Ann.", "Coffee with Ann."}


def test_a_sentence_begins_with_a_capital() -> None:
    assert say("{kin} came.", {"kin": "datteren Mette"}, Chance(1)) == "Datteren Mette came."
