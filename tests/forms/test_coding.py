"""The codes of characters on a page."""

from __future__ import annotations

from forms.coding import COMMON, coded, marks_of


def test_german_and_danish_text_is_written_with_one_part_of_the_font() -> None:
    text = "Grüße aus Ærø – „Straße“ 10 €"

    (piece,) = coded(text)
    known = marks_of(COMMON)
    assert "".join(known[ord(each)] for each in piece.written[1:-1]) == text


def test_brackets_and_backslashes_do_not_end_a_text() -> None:
    assert coded("(a\\)")[0].written == r"(\(a\\\))"


def test_other_letters_stand_in_parts_of_their_own_with_the_same_code_everywhere() -> None:
    first, second = coded("Łu")
    assert (first.marks, second.part) == (frozenset("Ł"), COMMON)
    assert coded("aŁ")[1] == first
    assert marks_of(first.part)[ord(first.written[1])] == "Ł"


def test_every_character_has_exactly_one_place() -> None:
    seen = [(part, code) for part in range(1, 6) for code in marks_of(part)]

    assert len(seen) == len(set(seen))
    assert all(32 <= code <= 255 for _part, code in seen)
