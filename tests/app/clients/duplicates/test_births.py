"""Dates of birth are read as people write them and compared part by part."""

from __future__ import annotations

import pytest

from app.clients.duplicates.births import UNKNOWN, BirthLevel, Born, compare_births, read_born


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("1938-11-24", Born(1938, 11, 24)),
        ("1938-11-24T00:00:00", Born(1938, 11, 24)),
        ("24.11.1938", Born(1938, 11, 24)),
        ("24/11/1938", Born(1938, 11, 24)),
        ("4.1.1938", Born(1938, 1, 4)),
        ("19381124", Born(1938, 11, 24)),
        ("24111938", Born(1938, 11, 24)),
        ("11.1938", Born(1938, 11)),
        ("1938-11", Born(1938, 11)),
        ("1938", Born(1938)),
        ("24.11.38", Born(0, 11, 24)),
        ("1938-24-11", Born(1938, 24, 11)),
        ("", UNKNOWN),
        ("im Herbst", UNKNOWN),
        ("١٩٣٨", UNKNOWN),
    ],
)
def test_dates_are_read_as_people_write_them(typed: str, born: Born) -> None:
    assert read_born(typed) == born


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("1938-11-04", "1938-11-04", BirthLevel.SAME),
        ("1938-11-04", "1938-04-11", BirthLevel.SWAPPED),
        ("1938-11-04", "1938-11-14", BirthLevel.DIGIT),
        ("1938-11-04", "1983-11-04", BirthLevel.DIGIT),
        ("1938-11-04", "1938-11-27", BirthLevel.DAY),
        ("1938-11-04", "1938-06-04", BirthLevel.MONTH),
        ("1938-11-04", "1951-11-04", BirthLevel.YEAR),
        ("1938-11-04", "1940-06-27", BirthLevel.NEAR),
        ("1938-11-04", "1966-06-27", BirthLevel.DIFFERENT),
        ("1938-11-04", "1938", BirthLevel.KNOWN),
        ("1938-11-04", "1939", BirthLevel.DIFFERENT),
        ("1938-11-04", "", BirthLevel.MISSING),
    ],
)
def test_dates_agree_as_far_as_they_do(one: str, two: str, level: BirthLevel) -> None:
    assert compare_births(read_born(one), read_born(two)) is level
    assert compare_births(read_born(two), read_born(one)) is level
