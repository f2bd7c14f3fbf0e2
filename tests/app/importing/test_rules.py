"""Tests of guessing columns and of filling the form of a person from a row."""

from __future__ import annotations

import pytest

from app.clients.rules import ClientDetails
from app.importing.rules import (
    TARGET_LABELS,
    ColumnPlan,
    RowReading,
    Target,
    check_plan,
    guess_targets,
    read_row,
)

LANGUAGES = {"turkisch": "tr", "kurdisk": "ku", "deutsch": "de"}


def _read(home: str = "DE", **cells: str) -> RowReading:
    targets = tuple(Target(name) for name in cells)
    plan = ColumnPlan(targets, home, LANGUAGES)
    return read_row(tuple(cells.values()), tuple(cells), plan)


def _details(home: str = "DE", **cells: str) -> ClientDetails:
    reading = _read(home, **cells)
    assert not reading.problems
    return reading.details


@pytest.mark.parametrize(
    ("headings", "targets"),
    [
        ("Vorname;Nachname;Geburtsdatum;PLZ;Ort", "given_name family_name birth postal_code city"),
        ("Fornavn;Efternavn;Født;Postnr.;By", "given_name family_name birth postal_code city"),
        ("Given name;Surname;DOB;Postcode;Town", "given_name family_name birth postal_code city"),
        ("Name;Vorname;Geb.;Straße;Hausnr.", "family_name given_name birth street house_number"),
        ("NAME;Telefon (privat);Handy;E-Mail;Land", "full_name phone mobile email country"),
        ("Navn;Tlf.;Mobilnr.;C/o;Vejnavn", "full_name phone mobile care_of street"),
        ("Nachname;Name;STRASSE;Plz/Ort;Anrede", "family_name  street town_line salutation"),
        ("Etage;Dør;Sprachen;Bemærkninger;Bor alene", "floor door languages about lives_alone"),
        ("Telefon;Telefon;Kundennummer;;Auskunftssperre", "phone    address_protected"),
    ],
)  # fmt: skip
def test_headings_in_three_languages_are_guessed(headings: str, targets: str) -> None:
    assert guess_targets(headings.split(";")) == tuple(map(Target, targets.split(" ")))


def test_every_target_has_words_and_is_guessed_from_its_own_label() -> None:
    labels = [label for target, label in TARGET_LABELS.items() if target]

    assert set(TARGET_LABELS) == set(Target)
    for label in labels:
        assert TARGET_LABELS[guess_targets([label])[0]] == label


def test_a_plan_needs_a_name_and_no_target_twice() -> None:
    twice = ColumnPlan((Target.FAMILY_NAME, Target.CITY, Target.CITY), "DE")

    assert check_plan(ColumnPlan((Target.CITY, Target.NOTHING), "DE"))[0].field == "family_name"
    assert [problem.field for problem in check_plan(twice)] == ["city"]
    assert not check_plan(ColumnPlan((Target.FULL_NAME, Target.NOTHING, Target.NOTHING), "DE"))


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("Erna Krüger", "Erna", "Krüger"),
        ("Krüger, Erna Maria", "Erna Maria", "Krüger"),
        ("Anna Maria von Berg", "Anna Maria von", "Berg"),
        ("Krüger", "", "Krüger"),
    ],
)
def test_a_whole_name_is_parted(typed: str, given: str, family: str) -> None:
    details = _details(full_name=typed)

    assert (details.given_name, details.family_name) == (given, family)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Frankfurter Straße 229", ("Frankfurter Straße", "229", "", "")),
        ("Straße des 17. Juni 135 b", ("Straße des 17. Juni", "135 b", "", "")),
        ("Am Markt 3-5", ("Am Markt", "3-5", "", "")),
        ("Hold-an Vej 7, 3. tv", ("Hold-an Vej", "7", "3", "tv")),
        ("Torvet 12 B, st. th.", ("Torvet", "12 B", "st", "th")),
        ("Torvet 12, 2. sal", ("Torvet", "12", "2", "")),
        ("Am Bahnhof", ("Am Bahnhof", "", "", "")),
    ],
)
def test_a_street_with_its_number_is_parted(typed: str, parts: tuple[str, ...]) -> None:
    details = _details("DK", family_name="x", street=typed)

    assert (details.street, details.house_number, details.floor, details.door) == parts


def test_a_street_is_left_alone_beside_a_column_of_numbers() -> None:
    details = _details(family_name="x", street="Straße 12", house_number="3")

    assert (details.street, details.house_number) == ("Straße 12", "3")


def test_postcode_and_town_together_are_parted() -> None:
    assert _details(family_name="x", town_line="D-40595 Düsseldorf").postal_code == "40595"
    assert _details(family_name="x", town_line="2750 Ballerup").city == "Ballerup"
    assert _details(family_name="x", town_line="Düsseldorf").city == "Düsseldorf"


def test_words_of_three_languages_are_understood() -> None:
    details = _details(
        family_name="x", salutation="Fru", country="Dänemark", lives_alone="Ja",
        address_protected="nej", letter_language="Dansk", languages="Türkisch und Kurdisk, DEUTSCH",
    )  # fmt: skip

    assert (details.salutation, details.country, details.lives_alone) == ("ms", "DK", True)
    assert (details.address_protected, details.letter_language) == (False, "da")
    assert details.languages == ("tr", "ku", "de")


def test_a_time_of_day_behind_a_date_of_birth_falls_away() -> None:
    assert _details(family_name="x", birth="24.11.1938 00:00:00").birth == "24.11.1938"
    assert _details(family_name="x", birth="1938-11-24T00:00:00").birth == "1938-11-24"


@pytest.mark.parametrize("target", ["salutation", "country", "lives_alone", "languages"])
def test_words_that_are_not_understood_are_named(target: str) -> None:
    reading = _read(**{"family_name": "x", target: "quux" * 20})

    assert [problem.field for problem in reading.problems] == [target]
    assert reading.problems[0].values["typed"] == ("quux" * 20)[:40]


def test_empty_cells_change_nothing() -> None:
    assert _details("DK", family_name="x", country=" ", salutation="", languages="") == (
        ClientDetails(family_name="x", country="DK")
    )


def test_a_cell_without_a_heading_is_not_lost_silently() -> None:
    plan = ColumnPlan((Target.FAMILY_NAME, Target.NOTHING), "DE")

    assert read_row(("Krüger", "40595"), ("Name", ""), plan).problems
    assert not read_row(("Krüger", "40595"), ("Name", "Kundennummer"), plan).problems
    assert not read_row(("Krüger", ""), ("Name", ""), plan).problems
