"""Widths of the columns of printed lists: words stay whole, the page is filled."""

from __future__ import annotations

import pytest

from forms.lists.widths import shape


def test_a_list_is_as_wide_as_its_page() -> None:
    assert shape(("A", "B"), [("x", "y")], 9.5).width == pytest.approx(180)
    assert shape(("Spalte",) * 20, [("Wort",) * 20], 9.5).width == pytest.approx(267)


def test_long_texts_give_way_before_words_break() -> None:
    found = shape(("Tag", "Text"), [("24.11.2026", "viele Worte " * 30)] * 3, 9.5)

    assert found.widths[0] > 18
    assert found.widths[1] > 3 * found.widths[0]


def test_a_column_without_words_has_room_for_its_head() -> None:
    found = shape(("Geburtsdatum", "B"), [("", "")], 9.5)

    assert found.widths[0] > 20
