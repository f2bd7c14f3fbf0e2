"""What no font has is named, never printed as a box."""

from __future__ import annotations

import pytest

from app.errors import Refused
from forms.printable import check_printable


def test_printable_texts_pass() -> None:
    check_printable({"name": "Ayşe Øster محمد", "note": ""})


def test_every_field_with_a_missing_character_is_named() -> None:
    with pytest.raises(Refused) as refused:
        check_printable({"name": "Erna 😀", "visitor": "Karin", "place": "王"})

    assert [problem.field for problem in refused.value.problems] == ["name", "place"]
    assert refused.value.problems[0].values["characters"] == "😀 U+1F600"


def test_unseen_characters_are_no_obstacle() -> None:
    check_printable({"name": "Er\u200dna\ufe0f\0"})


def test_a_lone_surrogate_can_be_named_and_shown() -> None:
    with pytest.raises(Refused) as refused:
        check_printable({"name": "a\ud800" * 100})

    shown = str(refused.value.problems[0].values)
    assert "U+D800" in shown
    assert shown.encode("utf-8")
