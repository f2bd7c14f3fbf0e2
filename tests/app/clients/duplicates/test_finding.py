"""Two cards of one person are found whatever went wrong, and two people stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.clients.duplicates import Pair, Person, find_duplicates, known, likely_twins, take_census
from app.clients.duplicates.comparing import compare
from tests.app.clients.duplicates.measure import measure
from tests.app.clients.duplicates.town import make_town

ANNA = Person(
    "1", ("Anna",), ("Müller",), "1938-11-04", "Talstraße 12", "40217", "Düsseldorf"
)  # fmt: skip
TOWN = make_town(400, 5)


def _changed(**fields: object) -> Person:
    return replace(ANNA, key="2", **fields)  # type: ignore[arg-type]  # the test names its fields


def _found(*people: Person) -> tuple[Pair, ...]:
    """Look among some people and a town around them; answer the pairs of these people."""
    others = tuple(replace(card, key=f"other {card.key}") for card in TOWN.cards)
    return tuple(
        pair
        for pair in find_duplicates((*people, *others))
        if {pair.a, pair.b} <= {person.key for person in people}
    )


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, "same birth date"),
        ({"family_names": ("Mueller",)}, "same family name"),
        ({"family_names": ("MULLER",)}, "same family name"),
        ({"family_names": ("Mülller",)}, "family name differs by a typing error"),
        ({"family_names": ("Mülelr",)}, "family name differs by a typing error"),
        ({"family_names": ("Mler",), "given_names": ("Anna",)}, "same birth date"),
        ({"family_names": ("Müller-Esser",)}, "one family name is part of the other"),
        ({"family_names": ("Esser", "Müller")}, "one family name is part of the other"),
        ({"given_names": ("Anna", "Maria")}, "one given name is part of the other"),
        ({"given_names": ("A.",)}, "given name is a short form"),
        ({"given_names": ("Annemarie",)}, "given name is a short form"),
        ({"given_names": ("Müller",), "family_names": ("Anna",)}, "names swapped"),
        ({"birth": "1938-04-11"}, "day and month swapped"),
        ({"birth": "1938-11-14"}, "birth date differs by one digit"),
        ({"birth": "04.11.1938"}, "same birth date"),
        ({"birth": "19381104"}, "same birth date"),
        ({"birth": "1938"}, "birth date agrees as far as known"),
        ({"birth": ""}, "same address"),
        ({"birth": "1938-11-27"}, "same month and year of birth"),
        ({"street": "Talstr. 12"}, "same address"),
        ({"street": "12, Talstrasse"}, "same address"),
        ({"street": "Tallstraße 12"}, "nearly the same address"),
        ({"street": "Am Markt 3", "postal_code": "40213"}, "same birth date"),
        ({"street": "", "postal_code": "", "city": ""}, "same birth date"),
        ({"given_names": ()}, "same address"),
    ],
)
def test_a_second_card_is_found(changed: dict[str, object], reason: str) -> None:
    (pair,) = _found(ANNA, _changed(**changed))

    assert (pair.a, pair.b) == ("1", "2")
    assert 0.5 <= pair.score <= 1
    assert reason in pair.reasons


def test_names_that_sound_alike_are_found_and_say_so() -> None:
    one = replace(ANNA, family_names=("Schneyder",))

    (pair,) = _found(one, replace(one, key="2", family_names=("Schnaitter",)))

    assert "family name sounds alike (Kölner Phonetik)" in pair.reasons


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"given_names": ("Hedwig",)}, id="twin"),
        pytest.param({"given_names": ("Karl",), "birth": "1936-02-20"}, id="spouse"),
        pytest.param({"birth": "1966-02-20"}, id="daughter of the same name"),
        pytest.param({"given_names": ("Karl",), "birth": ""}, id="spouse of unknown age"),
        pytest.param(
            {"given_names": ("Hedwig",), "family_names": ("Kowalski",), "birth": "1951-01-09"},
            id="neighbour",
        ),
        pytest.param(
            {"birth": "1957-08-30", "street": "Am Markt 3", "postal_code": "40213"},
            id="namesake",
        ),
    ],
)
def test_two_people_stay_two(changed: dict[str, object]) -> None:
    assert _found(ANNA, _changed(**changed)) == ()


@pytest.mark.parametrize("people", [(), (ANNA,), (Person("1"), Person("2"))])
def test_nobody_is_found_where_nothing_is_known(people: tuple[Person, ...]) -> None:
    assert find_duplicates(people) == ()


def test_what_is_found_does_not_depend_on_the_order_of_rows() -> None:
    straight = {frozenset((pair.a, pair.b)): pair.score for pair in find_duplicates(TOWN.cards)}
    back = {frozenset((pair.a, pair.b)): pair.score for pair in find_duplicates(TOWN.cards[::-1])}

    assert straight.keys() == back.keys()
    assert all(back[pair] == pytest.approx(score, abs=2e-4) for pair, score in straight.items())


def test_each_pair_is_told_once_in_the_order_of_the_file() -> None:
    place = {card.key: number for number, card in enumerate(TOWN.cards)}
    pairs = find_duplicates(TOWN.cards)

    assert all(place[pair.a] < place[pair.b] for pair in pairs)
    assert len({(pair.a, pair.b) for pair in pairs}) == len(pairs) > 20


def test_an_unrelated_person_takes_no_sure_pair_away() -> None:
    stranger = Person("x", ("Xaverine",), ("Quast",), "1941-06-30", "Hafenweg 99", "99999", "Ulm")
    sure = {(pair.a, pair.b) for pair in find_duplicates(TOWN.cards) if pair.score > 0.6}

    assert sure <= {(pair.a, pair.b) for pair in find_duplicates((*TOWN.cards, stranger))}


CARDS = [known(card) for card in TOWN.cards]
CENSUS = take_census(CARDS)


@settings(max_examples=200)
@given(st.sampled_from(CARDS), st.sampled_from(CARDS))
def test_comparing_is_symmetric(one: object, two: object) -> None:
    there, back = compare(one, two, CENSUS), compare(two, one, CENSUS)  # type: ignore[arg-type]  # drawn from cards

    assert there[1:] == back[1:]
    assert there.score == pytest.approx(back.score, rel=1e-9)


@settings(max_examples=100)
@given(st.builds(Person, st.just("a"), *[st.lists(st.text()).map(tuple)] * 2, *[st.text()] * 4))
def test_any_text_can_be_compared(person: Person) -> None:
    assert len(find_duplicates((person, replace(person, key="b")))) <= 1


def test_two_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = find_duplicates(TOWN.cards, processes=1)
    monkeypatch.setattr("app.clients.duplicates.finding.WORTH_A_PROCESS", 100)

    assert find_duplicates(TOWN.cards, processes=2) == alone


def test_who_is_being_typed_is_recognised() -> None:
    twins = likely_twins(_changed(family_names=("Mueler",)), (*TOWN.cards, ANNA), CENSUS)

    assert [twin.key for twin in twins] == [ANNA.key]
    assert "same birth date" in twins[0].reasons


def test_a_name_alone_recognises_nobody_in_an_unknown_office() -> None:
    typed = Person("new", ("Anna",), ("Kowalski",))

    assert likely_twins(typed, TOWN.cards) == ()


def test_a_third_card_is_one_with_both_others() -> None:
    moved = _changed(street="Am Markt 3", postal_code="40213", birth="1938-11-14")
    early = replace(ANNA, key="3", birth="", given_names=("A.",))

    assert {(pair.a, pair.b) for pair in _found(ANNA, moved, early)} >= {("1", "2"), ("1", "3")}


@pytest.mark.parametrize("seed", [11, 12])
def test_a_town_is_searched_well(seed: int) -> None:
    assert measure(make_town(3000, seed)).f1 >= 0.97


@pytest.mark.soak
@pytest.mark.parametrize("seed", [11, 12])
def test_a_city_is_searched_well(seed: int) -> None:
    assert measure(make_town(100_000, seed)).f1 >= 0.97
