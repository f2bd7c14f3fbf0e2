"""Tests of opening a suitcase: its key, its days, what was changed in it, and a killed program."""

from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import asdict, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.admin.rules import Damaged
from app.errors import Refused, Unavailable
from app.mobile_advice.suitcase.coming import read_coming
from app.mobile_advice.suitcase.opening import Expired, open_suitcase
from app.mobile_advice.suitcase.places import changes_in, folder_of, key_of, wipe_suitcase
from app.mobile_advice.suitcase.queries import is_at_home
from db.booking import Appointment
from db.suitcase_file import read_label
from tests.conftest import NOW
from tests.factories.offices import PASSPHRASE as OFFICE_PASSPHRASE
from tests.factories.suitcases import DAY, PASSPHRASE, an_appointment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Act
    from db.suitcase_file import Label
    from tests.app.mobile_advice.suitcase.conftest import Travel


def test_a_suitcase_opens_as_an_office_of_the_packer(travel: Travel) -> None:
    bus = travel.bus()
    try:
        assert bus.who == "Anna Beispiel"
        assert bus.facts.tour == "Südrunde"
        assert bus.facts.day == DAY.isoformat()
        assert not bus.ask(is_at_home)
        assert travel.home.ask(is_at_home)
    finally:
        bus.close()


def test_what_is_written_goes_back_into_the_one_file(travel: Travel) -> None:
    travel.on_the_way(_walk_in(travel))
    assert not folder_of(travel.file).exists()
    assert changes_in(travel.file) == 1
    bus = travel.bus()
    try:
        assert bus.ask(_walk_ins) == 1
    finally:
        bus.close()


def test_what_a_killed_program_left_is_gone_on_with(travel: Travel, tmp_path: Path) -> None:
    bus = travel.bus()
    bus.act(_walk_in(travel))
    shutil.copytree(folder_of(travel.file), tmp_path / "left")
    shutil.copy(travel.file, tmp_path / "file")
    bus.close()
    shutil.copytree(tmp_path / "left", folder_of(travel.file))
    shutil.copy(tmp_path / "file", travel.file)
    again = travel.bus()
    try:
        assert again.ask(_walk_ins) == 1
    finally:
        again.close()


def test_an_older_folder_than_the_file_is_not_gone_on_with(travel: Travel, tmp_path: Path) -> None:
    bus = travel.bus()
    shutil.copytree(folder_of(travel.file), tmp_path / "old")
    bus.act(_walk_in(travel))
    bus.close()
    shutil.copytree(tmp_path / "old", folder_of(travel.file))
    again = travel.bus()
    try:
        assert again.ask(_walk_ins) == 1
    finally:
        again.close()


def test_a_suitcase_has_a_key_of_its_own_and_not_that_of_the_office(travel: Travel) -> None:
    assert key_of(travel.file, PASSPHRASE) != travel.key
    with pytest.raises(Refused, match="does not open the suitcase"):
        key_of(travel.file, OFFICE_PASSPHRASE)


def test_a_wrong_passphrase_opens_nothing(travel: Travel) -> None:
    with pytest.raises(Refused, match="does not open the suitcase"):
        open_suitcase(travel.file, "sieben rote Stühle", clock=lambda: NOW)


def test_after_its_last_day_it_does_not_open_and_can_be_wiped(travel: Travel) -> None:
    with pytest.raises(Expired):
        open_suitcase(travel.file, PASSPHRASE, clock=lambda: NOW + timedelta(days=3))
    wipe_suitcase(travel.file)
    assert not travel.file.exists()


def test_it_ends_while_it_is_open_as_well(travel: Travel) -> None:
    now = [NOW]
    bus = open_suitcase(travel.file, PASSPHRASE, clock=lambda: now[0])
    try:
        now[0] = NOW + timedelta(days=3)
        with pytest.raises(Expired):
            bus.ask(_walk_ins)
    finally:
        bus.close()
    assert not folder_of(travel.file).exists()
    assert read_coming(travel.file, PASSPHRASE, clock=lambda: now[0]).changes == ()


def test_a_clock_that_was_set_back_is_noticed(travel: Travel) -> None:
    later = open_suitcase(travel.file, PASSPHRASE, clock=lambda: NOW + timedelta(days=1))
    later.close()
    with pytest.raises(Unavailable, match="clock of this computer is wrong"):
        open_suitcase(travel.file, PASSPHRASE, clock=lambda: NOW)


def test_a_label_with_a_later_last_day_is_found_out(travel: Travel) -> None:
    label = read_label(travel.file)
    _replace(travel.file, "suitcase.json", replace(label, expires_at="2030-01-01T00:00:00+01:00"))
    with pytest.raises(Damaged, match="label"):
        open_suitcase(travel.file, PASSPHRASE, clock=lambda: NOW)


def test_one_changed_byte_of_the_contents_is_found_out(travel: Travel) -> None:
    content = bytearray(travel.file.read_bytes())
    content[len(content) // 2] ^= 1
    travel.file.write_bytes(content)
    with pytest.raises(Damaged):
        open_suitcase(travel.file, PASSPHRASE, clock=lambda: NOW)


def test_nothing_in_the_file_can_be_read_without_its_key(travel: Travel) -> None:
    content = travel.file.read_bytes()
    assert b"Adam" not in content
    assert b"Kirchplatz" not in content
    assert b"SQLite format" not in content


def test_a_second_window_does_not_open_what_is_open(travel: Travel) -> None:
    bus = travel.bus()
    try:
        with pytest.raises(Unavailable, match="open"):
            travel.bus()
    finally:
        bus.close()


def _walk_in(travel: Travel) -> Callable[[Act], None]:
    def walk_in(act: Act) -> None:
        act.session.add(
            an_appointment(travel.tour.halt_id, DAY, None, kind="walk_in", queue_number=1)
        )
        act.touch("booking")

    return walk_in


def _walk_ins(connection: Connection) -> int:
    wanted = select(Appointment.id).where(Appointment.kind == "walk_in")
    return len(connection.execute(wanted).all())


def _replace(file: Path, name: str, label: Label) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    parts[name] = json.dumps(asdict(label)).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for entry, content in parts.items():
            archive.writestr(entry, content)
