"""What left the office is said in words, never in the codes that are stored."""

from __future__ import annotations

import pytest

from app.errors import N_
from app.privacy.left_words import file_left, what_left
from app.privacy.looking import LeftRow
from tests.conftest import NOW


def left(to: str, what: str, form: str = "") -> LeftRow:
    return LeftRow(NOW, "Anna Beispiel", to, what, "Rota", form)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("csv", "Text table (.csv)"),
        ("csv+zip", "Text table (.csv), with a password"),
        ("of a newer program", "of a newer program"),
        ("", ""),
    ],
)
def test_the_kind_of_file_is_said_in_words(form: str, said: str) -> None:
    assert file_left(left("", "clients", form), N_) == said


@pytest.mark.parametrize(
    ("to", "what", "said"),
    [
        ("", "clients", "People"),
        ("", "of a newer program", "of a newer program"),
        ("ASD Garath", "contact,journal", "Contact data, Journal"),
        ("ASD Garath", "own words", "own words"),
    ],
)
def test_what_left_is_said_in_words(to: str, what: str, said: str) -> None:
    assert what_left(left(to, what), N_) == said
