"""A shared number or mail address speaks for one person, or for one household."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.clients.duplicates import Person, find_duplicates
from app.clients.duplicates.ways import SAME_MAIL, SAME_PHONE, read_ways, shared_words

PHONE = "+49 211 8998999"
HOME = ("Am Markt 3", "40595", "Düsseldorf")


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (PHONE, {"492118998999"}),
        ("+49 (211) 899-8999", {"492118998999"}),
        (" Erna@Example.org ", {"erna@example.org"}),
        ("", set()),
        ("12 34", set()),
        ("ask at the kiosk", set()),
    ],
)
def test_ways_are_compared_however_they_are_written(value: str, read: set[str]) -> None:
    assert read_ways([value]) == read


def test_a_shared_way_is_said() -> None:
    assert [shared_words(way) for way in ("492118998999", "a@b.de", "")] == [
        SAME_PHONE, SAME_MAIL, "",
    ]  # fmt: skip


def test_who_moved_is_found_by_her_number_and_not_without_it() -> None:
    erna = Person("1", ("Erna",), ("Krüger",), "24.11.1938", *HOME, (PHONE,))
    moved = Person("2", ("Ema",), ("Krüger",), "", "Rosenweg 8", "50667", "Köln", (PHONE,))
    (pair,) = find_duplicates([erna, moved], 1)
    assert SAME_PHONE in pair.reasons
    assert find_duplicates([erna, replace(moved, ways=())], 1) == ()


def test_spouses_with_one_telephone_stay_two() -> None:
    erna = Person("1", ("Erna",), ("Krüger",), "24.11.1938", *HOME, (PHONE,))
    karl = Person("2", ("Karl",), ("Krüger",), "3.5.1936", *HOME, (PHONE,))
    assert find_duplicates([erna, karl], 1) == ()


def test_the_number_of_an_office_makes_nobody_a_duplicate() -> None:
    names = ["Ada Berg", "Bodo Lund", "Cem Acar", "Dora Holm", "Emil Vogt", "Fina Ager", "Gerd Ohm"]
    people = [
        Person(str(at), (given,), (family,), f"{at + 1}.5.19{at + 40}", ways=(PHONE,))
        for at, (given, family) in enumerate(name.split() for name in names)
    ]
    assert find_duplicates(people, 1) == ()
