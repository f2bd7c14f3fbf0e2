"""Requirements of the file that a backup is; broken ones are tested in tests/faults."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.admin.rules import Damaged
from app.errors import Refused
from db.backup import Order, make_backup
from db.backup_file import (
    need_seal,
    need_whole,
    read_backup_keys,
    read_manifest,
    sha256_of,
    unpack_database,
)
from db.folder import OfficeFolder
from db.keys import read_keys
from tests.conftest import NOW
from tests.factories.offices import an_office

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office."""
    return an_office(tmp_path / "office")


@pytest.fixture
def file(made: CreatedOffice) -> Path:
    """Its backup."""
    return make_backup(OfficeFolder(made.folder), made.key, Order(NOW)).file


def test_a_backup_holds_the_ways_to_its_own_key(made: CreatedOffice, file: Path) -> None:
    assert read_backup_keys(file) == read_keys(made.folder / "keys.json")


def test_a_database_comes_out_as_it_went_in(file: Path, tmp_path: Path) -> None:
    unpack_database(file, tmp_path / "out.db")
    manifest = need_whole(file)
    assert sha256_of(tmp_path / "out.db") == manifest.sha256
    assert (tmp_path / "out.db").stat().st_size == manifest.size


def test_the_seal_proves_every_fact(made: CreatedOffice, file: Path) -> None:
    keys, manifest = read_backup_keys(file), read_manifest(file)
    need_seal(manifest, keys, made.key)
    for forged in (
        replace(manifest, at="2020-01-01T00:00:00+00:00"),
        replace(manifest, counts={"client": 1}),
        replace(manifest, sha256="0"),
        replace(manifest, is_demo=True),
    ):
        with pytest.raises(Damaged):
            need_seal(forged, keys, made.key)


def test_another_key_proves_nothing(file: Path) -> None:
    with pytest.raises(Refused, match="does not open the backup"):
        need_seal(read_manifest(file), read_backup_keys(file), bytes(32))
