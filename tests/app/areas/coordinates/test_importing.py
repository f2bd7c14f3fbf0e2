"""Requirements of taking an address file in, and of finding addresses by it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.areas.actions import load_area_list
from app.areas.coordinates.actions import import_addresses, remove_address_file
from app.areas.coordinates.looking import look_at
from app.areas.coordinates.outlines import (
    import_outlines,
    outlines,
    read_outlines,
    remove_outlines,
)
from app.areas.coordinates.preview import previewed
from app.areas.coordinates.queries import address_files, spot_of, spots_of, was_imported
from app.areas.coordinates.reading import ReadFile, Watch, read_addresses
from app.areas.coordinates.troubles import NOT_TEXT, NOTHING, PACKED, STOPPED
from app.areas.rules.address_columns import AddressPlan
from app.areas.rules.spots import StreetAddress
from app.errors import Refused, Unavailable
from db.coordinates import AddressPoint

if TYPE_CHECKING:
    from pathlib import Path

    from app.office import Office

ROWS = """Straße;Hausnummer;PLZ;Ort;Breite;Länge
Kölner Str.;12;40227;Düsseldorf;51,2201;6,7955
Kölner Str.;12;51149;Köln;50,9001;7,0501
Kölner Str.;12;40227;Düsseldorf;51,9;6,9
Kölner Str.;14a;40227;Düsseldorf;51,2203;6,7957
;3;40227;Düsseldorf;51,2203;6,7957
"""
AT_HOME = StreetAddress("DE", "Koelner Straße", "12", "40227", "Düsseldorf")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small address file."""
    file = tmp_path / "addresses.csv"
    file.write_text(ROWS, encoding="utf-8")
    return file


def read(file: Path, **facts: object) -> ReadFile:
    """Answer what is read of a file by its own headings."""
    look = look_at(file)
    plan = AddressPlan(look.columns, "DE", **facts)  # type: ignore[arg-type] # as the test says
    return read_addresses(file, look, plan, Watch())


def test_addresses_are_found_by_postal_code_then_by_town(office: Office, file: Path) -> None:
    found = read(file)
    assert (found.count, found.wrongs, found.twice) == (3, 1, 1)
    assert [row.line for row in found.wrong] == [6]
    file_id = office.act(import_addresses, found, "Town of Düsseldorf", None, Watch()).value

    assert office.ask(spot_of, AT_HOME) == (51.2201, 6.7955)
    assert office.ask(spot_of, AT_HOME._replace(postal_code="")) == (51.2201, 6.7955)
    assert office.ask(spot_of, AT_HOME._replace(house_number="14")) is None
    near = office.ask(spot_of, AT_HOME._replace(house_number="12 b"))
    assert near == (51.2201, 6.7955)
    nowhere = [
        AT_HOME._replace(country="DK"),
        AT_HOME._replace(postal_code="99999"),
        AT_HOME._replace(street="Hidden Street"),
        AT_HOME._replace(postal_code="", city=""),
    ]
    assert office.ask(spots_of, nowhere) == {}
    assert office.ask(was_imported, found.sha256)
    (row,) = office.ask(address_files)
    assert (row.id, row.rows, row.source) == (file_id, 3, "Town of Düsseldorf")


def test_a_newer_file_replaces_what_was_known_and_a_file_can_be_taken_out(
    office: Office, file: Path
) -> None:
    office.act(import_addresses, read(file), "", None, Watch())
    file.write_text(ROWS.replace("51,2201", "51,2301"), encoding="utf-8")
    newer = office.act(import_addresses, read(file, only=("40227",)), "", None, Watch()).value

    assert office.ask(spot_of, AT_HOME) == (51.2301, 6.7955)
    office.act(remove_address_file, newer)
    assert office.ask(spot_of, AT_HOME) is None
    with pytest.raises(Refused):
        office.act(remove_address_file, newer)


def test_an_import_that_is_given_up_leaves_nothing(office: Office, file: Path) -> None:
    found, watch = read(file), Watch()
    watch.stop()
    with pytest.raises(Refused, match=STOPPED):
        office.act(import_addresses, found, "", None, watch)
    with pytest.raises(Refused, match=STOPPED):
        read_addresses(file, look_at(file), AddressPlan(look_at(file).columns, "DE"), watch)

    assert office.ask(lambda it: it.scalar(select(func.count()).select_from(AddressPoint))) == 0


def test_what_is_no_address_file_is_refused_with_a_sentence(tmp_path: Path, file: Path) -> None:
    for content, message in ((b"PK\x03\x04x", PACKED), (b"a\0b;c;d", NOT_TEXT), (b"one", NOT_TEXT)):
        other = tmp_path / "other.csv"
        other.write_bytes(content)
        with pytest.raises(Refused, match=message[:20]):
            look_at(other)
    with pytest.raises(Unavailable):
        look_at(tmp_path / "missing.csv")
    with pytest.raises(Refused, match=NOTHING):
        read(file, only=("nowhere",))


def test_outlines_of_the_own_areas_are_kept_and_taken_out(office: Office, tmp_path: Path) -> None:
    office.act(load_area_list, "duesseldorf")
    ring = [[345000.0, 5677000.0], [346000, 5677000], [346000, 5678000], [345000, 5677000]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    features = [{"type": "Feature", "properties": {"Name": "Garath"}, "geometry": shape}]
    file = tmp_path / "quarters.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))

    assert office.act(import_outlines, read_outlines(file), "Open data").value == 1
    (row,) = office.ask(outlines)
    assert row.name == "Garath"
    assert row.rings[0][0] == pytest.approx((6.78, 51.22), abs=0.02)
    assert office.act(remove_outlines).value == 1
    file.write_text("[" * 100_000)
    with pytest.raises(Refused):
        read_outlines(file)


def test_the_first_rows_are_seen_as_they_will_be_kept(file: Path) -> None:
    look = look_at(file)
    rows = previewed(look, AddressPlan(look.columns, "DE"))

    assert rows[0].found is not None
    assert rows[0].found[:4] == ("koelnerstrasse", "12", "40227", "duesseldorf")
    assert rows[-1].problem is not None
