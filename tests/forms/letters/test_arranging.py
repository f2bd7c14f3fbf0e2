"""Pieces of a letter below and beside each other."""

from __future__ import annotations

from forms.flow import Row, gap
from forms.letters.arranging import beside, ended, side_by_side, stacked
from forms.letters.setting import SIZES


def test_between_two_pieces_there_is_one_space_and_none_around_what_is_empty() -> None:
    one, other = Row(5), Row(6)

    assert stacked([(), (one,), (), (other,)], 3) == (one, gap(3), other)


def test_the_space_below_what_stays_stays_too() -> None:
    heading, text = Row(5, keeps_next=True), Row(6)

    assert stacked([(heading,), (text,)], 3) == (heading, gap(3, keeps_next=True), text)


def test_rows_beside_each_other_are_as_high_as_the_higher() -> None:
    assert [row.height for row in beside((Row(5), Row(5)), (Row(7),))] == [7, 5]


def test_a_piece_stands_beside_its_translation_also_where_one_is_longer() -> None:
    rows = side_by_side([(Row(5), Row(5)), (Row(5),)], [(Row(6),)], 3)

    assert [row.height for row in rows] == [6, 5, 3, 5]


def test_only_the_last_lines_of_a_letter_are_held_together() -> None:
    rows = ended((Row(5),) * 20, SIZES["normal"].line)

    assert [row.keeps_next for row in rows] == [False] * 10 + [True] * 9 + [False]
