"""Requirements of reading and comparing addresses."""

from __future__ import annotations

import json

import pytest

from app.areas.coordinates.reader import in_degrees
from app.areas.rules.address_columns import (
    AddressPlan,
    Column,
    check_plan,
    guess_columns,
    known_layout,
)
from app.areas.rules.address_rows import Found, RowReader, number_of
from app.areas.rules.folding import city_key, number_key, numbers_to_try, parted, street_key
from app.areas.rules.outlines import match_shapes, read_shapes, simple
from app.errors import Problem


def cells_of(line: str, mark: str = ";") -> list[str]:
    """Answer the cells of a line."""
    return line.split(mark)


NRW = cells_of(
    "nba;oid;qua;landschl;land;regbezschl;regbez;kreisschl;kreis;gmdschl;gmd;ottschl;ott;strschl;"
    "str;hnr;adz;zone;ostwert;nordwert"
)
HK_DE_52 = [*NRW, "postplz", "postonm", "postonmzus", "postott"]
DAWA = cells_of(
    "id,vejkode,vejnavn,husnr,supplerendebynavn,postnr,postnrnavn,etrs89koordinat_øst,"
    "etrs89koordinat_nord,wgs84koordinat_bredde,wgs84koordinat_længde",
    ",",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kölner Str.", "Koelner Straße"),
        ("Bismarckstr.", "BISMARCKSTRASSE"),
        ("Am-Markt", "am markt"),
        ("Gl. Rådhusvej", "Gammel Raadhusvej"),
        ("Ålborgvej", "Aalborgvej"),
        ("Ærøvej", "aeroevej"),
        ("Rosenallé", "Rosenalle"),
    ],
)
def test_a_street_is_known_however_it_is_written(one: str, other: str) -> None:
    assert street_key(one) == street_key(other) != ""


def test_different_streets_stay_different() -> None:
    names = ("Kölner Straße", "Kölner Weg", "Kölnstraße", "Strandvej", "Strandvejen")

    assert len({street_key(name) for name in names}) == len(names)


def test_a_house_that_is_not_in_the_file_lies_by_its_neighbour() -> None:
    assert numbers_to_try("012 A") == ("12a", "12")
    assert numbers_to_try("4 – 6") == ("4-6", "4")
    assert numbers_to_try("1 1/2")[-1] == "1"
    assert numbers_to_try("") == ()
    assert number_key("1", "1/2") != number_key("11", "/2")


def test_a_number_typed_behind_the_street_is_found() -> None:
    assert parted("Kölner Straße 12 a", "") == ("Kölner Straße", "12 a")
    assert parted("Kölner Straße 12", "14") == ("Kölner Straße 12", "14")
    assert city_key("Düsseldorf, Stadt") == city_key("duesseldorf")


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        (NRW, {14: "street", 15: "number", 16: "suffix", 18: "east", 19: "north", 10: "city"}),
        (HK_DE_52, {20: "postal_code", 21: "city", 17: "zone", 18: "east"}),
        (DAWA, {2: "street", 3: "number", 5: "postal_code", 6: "city", 9: "latitude"}),
        (["Straße", "Hausnr.", "PLZ", "Ort", "Breite", "Länge"], {0: "street", 5: "longitude"}),
    ],
)
def test_the_columns_of_official_files_are_known(
    headings: list[str], wanted: dict[int, str]
) -> None:
    columns = guess_columns(headings)

    assert {at: columns[at] for at in wanted} == wanted
    assert not check_plan(AddressPlan(columns, "DE"))


def test_degrees_are_taken_where_a_file_has_metres_as_well() -> None:
    assert Column.EAST not in guess_columns(DAWA)


def test_hauskoordinaten_without_headings_are_known_by_their_shape() -> None:
    row = "N;DENW17AL10002XcJ;A;05;1;11;000;0000;00035;12;a;32345678,123;5677000,1;Kölner Str.;"
    cells = f"{row}40227;Düsseldorf;;".split(";")
    layout = known_layout(cells)
    assert layout is not None

    found = RowReader(AddressPlan(guess_columns(layout), "DE")).read(cells)

    assert isinstance(found, Found)
    assert found[:4] == ("koelnerstrasse", "12a", "40227", "duesseldorf")
    assert found.first == pytest.approx(345678.123)
    assert (found.second, found.zone) == (5677000.1, 32)
    assert known_layout(["Straße", "Nr"]) is None


def test_a_plan_without_what_is_needed_is_refused() -> None:
    wrong = check_plan(AddressPlan((Column.STREET, Column.STREET, None), "DE"))

    assert [problem.field for problem in wrong] == ["columns", "columns", "columns", "town"]
    places = (Column.STREET, Column.NUMBER, Column.LATITUDE, Column.LONGITUDE)
    assert not check_plan(AddressPlan(places, "DE", town="Ballerup"))


@pytest.mark.parametrize(
    "cells",
    [
        ["", "1", "40227", "51.2", "6.7"],
        ["Weg", "", "40227", "51.2", "6.7"],
        ["Weg", "1", "40227", "x", "6.7"],
        ["Weg", "1", "40227", "6.7", "51.2"],
        ["Weg", "1", "40227", "nan", "6.7"],
        ["Weg", "1"],
    ],
)
def test_a_row_that_cannot_be_used_says_why(cells: list[str]) -> None:
    columns = (
        Column.STREET, Column.NUMBER, Column.POSTAL_CODE, Column.LATITUDE, Column.LONGITUDE
    )  # fmt: skip

    assert isinstance(RowReader(AddressPlan(columns, "DE")).read(cells), Problem)


def test_numbers_have_points_or_commas() -> None:
    assert number_of("345.678,12") == 345678.12
    assert number_of("345678.12") == 345678.12
    assert number_of("") is None


def test_metres_become_degrees_at_known_points() -> None:
    """DAWA answers both for a house in Odense; EPSG:25832 and 4258 as Danish authorities do."""
    rows = [
        Found("a", "1", "", "", 584330.74, 6139543.21, 32),
        Found("b", "1", "", "", 55.3948974, 10.3314668, 0),
        # The central meridian at the height of 500,000 m is 9° east by definition.
        Found("c", "1", "", "", 500000.0, 5677000.0, 32),
    ]

    points = list(in_degrees(rows))

    assert points[0][4:] == pytest.approx(points[1][4:], abs=2e-6)
    assert points[2][5] == pytest.approx(9.0)


def test_outlines_are_matched_by_name_or_number_and_made_simple() -> None:
    ring = [[6.7 + at / 10_000, 51.2 + (at % 2) / 1e7] for at in range(1000)]
    data = {
        "type": "FeatureCollection",
        "features": [
            {
                "properties": {"Nr": 4, "Name": "Bilk"},
                "geometry": {"type": "Polygon", "coordinates": [[*ring, [6.7, 51.3], ring[0]]]},
            },
            {"properties": {}, "geometry": None},
        ],
    }
    shapes = read_shapes(json.loads(json.dumps(data)))

    matched = match_shapes(shapes, [("bilk", "036", "Bilk"), ("four", "04", "")])  # type: ignore[list-item] # any key

    assert list(matched) in (["bilk"], ["four"])
    assert 3 <= len(simple(shapes[0].rings[0])) <= 400
    with pytest.raises(ValueError, match="no feature"):
        read_shapes([])
