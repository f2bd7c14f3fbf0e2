"""What is counted before comparing: names by word, homes, namesakes, slips in births."""

from __future__ import annotations

from app.clients.duplicates import Person, known
from app.clients.duplicates.counting import (
    count_homes,
    count_names,
    count_namesakes,
    same_parts,
    slips_in_births,
)

ANNA = Person("1", ("Anna",), ("Kaya",), "1938-11-04", "Talstraße 12", "40217", "Düsseldorf")


def test_a_name_counts_as_a_whole_and_by_its_words() -> None:
    counts = count_names(["anna maria", "anna", ""])

    assert counts == {"anna maria": 1, "annamaria": 1, "maria": 1, "anna": 2}


def test_two_of_one_home_are_counted_and_two_cards_of_one_person_are_not() -> None:
    husband = Person("2", ("Karl",), ("Kaya",), "1936-02-20", *_home(ANNA))
    again = Person("3", ("Ana",), ("Kaya",), "1938-11-04", *_home(ANNA))

    assert count_homes([known(person) for person in (ANNA, husband)]) == 1
    assert count_homes([known(person) for person in (ANNA, again)]) == 0


def _home(person: Person) -> tuple[str, str, str]:
    return person.street, person.postal_code, person.city


def test_namesakes_are_counted_from_the_third_year_of_birth_on() -> None:
    born = [Person("", ("Anna",), ("Kaya",), str(year)) for year in (1938, 1938, 1941, 1950)]

    assert count_namesakes([known(person) for person in born]) == {"anna|kaya": 1}
    assert count_namesakes([known(person) for person in born[:3]]) == {}


def test_births_that_differ_in_one_part_at_equal_names_are_slips() -> None:
    cards = [
        known(Person("", (f"Anna{letter}",), ("Kaya",), f"19{year}-0{month}-0{day}"))
        for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")
        for year, month, day in ((30 + place, place % 9 + 1, 3), (30 + place, place % 9 + 1, 9))
    ]
    right = [card for card in cards[::2] for _ in range(2)]

    births = [card.born for card in cards]
    assert slips_in_births(cards, same_parts(births)) > 1.5
    assert slips_in_births(right, same_parts(births)) == 1
