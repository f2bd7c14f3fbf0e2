"""Coordinates in a shared office: whoever leads it reads in an address file, others use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.areas.coordinates.actions import import_addresses, remove_address_file
from app.areas.coordinates.looking import look_at
from app.areas.coordinates.queries import address_files, spot_of
from app.areas.coordinates.reading import ReadFile, Watch, read_addresses
from app.areas.rules.address_columns import AddressPlan
from app.areas.rules.spots import StreetAddress
from app.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.shared import SharedOffice

HEAD = "Straße;Hausnummer;PLZ;Ort;Breite;Länge\n"
HOSTILE = """"Am Markt'); DROP TABLE person; --";1;40595;Düsseldorf;51,14;6,90
=cmd|' /C calc'!A0;2;40595;Düsseldorf;nan;6,90
%s %(x)s {0};3;40595;Düsseldorf;1e999;-inf
\u202eAm Markt\u202c;4;40595;Düsseldorf;51,14;600,9
Am Markt;5;40595;Düsseldorf
"""
FIRST = "".join(f"Am Markt;{number};40595;Düsseldorf;51,14;6,90\n" for number in range(1, 6001))
MARKET = StreetAddress("DE", "Am Markt", "1", "40595", "Düsseldorf")


def read(file: Path, text: str) -> ReadFile:
    """Write a file and answer what is read of it."""
    file.write_text(HEAD + text, encoding="utf-8")
    look = look_at(file)
    return read_addresses(file, look, AddressPlan(look.columns, "DE"), Watch())


def test_an_address_file_is_read_in_replaced_and_taken_out(
    debian: SharedOffice, tmp_path: Path
) -> None:
    karin, zoe = debian.office("Karin Vogt"), debian.office("Zoe Amt")
    # Other tests of this server have files, too.
    before = {row.id for row in zoe.ask(address_files)}
    first, file = read(tmp_path / "one.csv", FIRST), tmp_path / "two.csv"
    with pytest.raises(Refused):
        zoe.act(import_addresses, first, "", None, Watch())
    karin.act(import_addresses, first, "Town of Düsseldorf", None, Watch())
    newer = read(file, FIRST.replace("51,14", "51,15"))
    key = karin.act(import_addresses, newer, "", None, Watch()).value

    assert [row.rows for row in zoe.ask(address_files) if row.id not in before] == [6000, 6000]
    assert zoe.ask(spot_of, MARKET) == (51.15, 6.9)
    assert karin.act(remove_address_file, key).value == "two.csv"
    assert zoe.ask(spot_of, MARKET) is None


def test_a_hostile_file_is_only_text_to_a_server(debian: SharedOffice, tmp_path: Path) -> None:
    anna = debian.office("Anna Beispiel")
    found = read(tmp_path / "hostile.csv", HOSTILE)
    said = [row.problem.message for row in found.wrong]

    assert found.count == 1
    assert [message.split("{")[0].strip() for message in said] == [
        "There is no coordinate that can be read:",
        "There is no coordinate that can be read:",
        "The coordinate lies outside of Europe:",
        "The line has",
    ]
    anna.act(import_addresses, found, "'; DELETE FROM person; --", None, Watch())
    (row,) = [row for row in anna.ask(address_files) if row.name == "hostile.csv"]
    assert (row.rows, row.source) == (1, "'; DELETE FROM person; --")
