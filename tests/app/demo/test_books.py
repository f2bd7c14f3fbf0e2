"""The carried names, streets and sentences fit each other and the code lists."""

from __future__ import annotations

import string
from itertools import chain

import pytest

from app.areas.code_lists import area_list
from app.clients.rules import Address, check_address, tidy_address
from app.demo.books import Book, book
from app.demo.people import make_person
from app.demo.rules import Country, DemoPlan
from tests.app.demo.test_rules import TODAY

COUNTRIES = pytest.mark.parametrize("country", list(Country))


def _templates(pages: Book) -> list[str]:
    found: list[str] = []
    waiting: list[object] = [pages.notes]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
        else:
            found.append(str(part))
    return found


@COUNTRIES
def test_every_word_of_every_sentence_is_known_of_every_person(country: Country) -> None:
    pages = book(country)
    words = make_person(pages, DemoPlan(TODAY, country=country), 0, "Visitor").words
    asked = {
        name
        for template in _templates(pages)
        for _, name, _, _ in string.Formatter().parse(template)
        if name
    }

    assert asked <= set(words)


@COUNTRIES
def test_every_choice_in_a_sentence_is_closed(country: Country) -> None:
    templates = _templates(book(country))

    assert [text for text in templates if text.count("[") != text.count("]")] == []
    assert [text for text in templates if "|" in text and "[" not in text] == []


@COUNTRIES
def test_every_area_of_the_code_list_has_streets_and_no_other_has(country: Country) -> None:
    pages = book(country)
    listed = {area.name for area in area_list(pages.code_list).areas if area.name}

    assert {quarter.name for quarter in pages.quarters} == listed


@COUNTRIES
def test_every_postcode_is_one_of_its_country(country: Country) -> None:
    codes = chain.from_iterable(quarter.postal_codes for quarter in book(country).quarters)

    for code in codes:
        assert not check_address(tidy_address(Address(country.value, postal_code=code)))


@COUNTRIES
def test_shares_of_origins_make_a_hundred(country: Country) -> None:
    assert sum(book(country).name_shares) == 100


def test_family_names_have_the_form_of_the_person() -> None:
    polish = next(names for names in book(Country.GERMANY).names if names.tag == "pl")

    assert "Kowalska" in {name.latin for name in polish.family[True]}
    assert "Kowalski" in {name.latin for name in polish.family[False]}


def test_names_of_other_scripts_are_known_in_them() -> None:
    greek = next(names for names in book(Country.GERMANY).names if names.tag == "el")

    assert all(name.original for name in greek.family[True] + greek.given[False])


def test_both_languages_have_the_same_kinds_of_sentences() -> None:
    german, danish = book(Country.GERMANY).notes, book(Country.DENMARK).notes

    assert german["threads"].keys() == danish["threads"].keys()
    assert german["visits"].keys() == danish["visits"].keys()
    assert german["season"].keys() == danish["season"].keys()


def test_chance_reaches_every_origin() -> None:
    pages = book(Country.GERMANY)
    plan = DemoPlan(TODAY, clients=2000)

    origins = {make_person(pages, plan, number, "").names.tag for number in range(2000)}

    assert origins == {"de", "da", "tr", "pl", "ru", "uk", "el", "ar", "fa"}
