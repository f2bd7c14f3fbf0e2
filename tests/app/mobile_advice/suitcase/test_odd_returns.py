"""Tests of returns that are odd: copies, other offices, other versions, what nobody saved."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.drafts.actions import save_draft
from app.drafts.rules import Drafted
from app.errors import Unavailable
from app.mobile_advice.suitcase.coming import Coming, read_coming
from app.mobile_advice.suitcase.homecoming import NotWiped, bring_all, finish
from app.mobile_advice.suitcase.places import aside_of, folder_of, key_of, unpack
from app.mobile_advice.suitcase.queries import suitcase
from app.mobile_advice.suitcase.returning import Decision, bring_row
from app.mobile_advice.suitcase.rules import SuitcaseState
from db.booking import Appointment
from db.folder import OfficeFolder
from db.keys import read_keys
from db.schema import SCHEMA_HEAD, migrate_down
from db.session import open_engine
from db.suitcase_file import read_label, write_suitcase
from tests.conftest import NOW
from tests.factories.offices import an_office, opened
from tests.factories.suitcases import DAY, PASSPHRASE, an_appointment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection, Engine

    from app.office import Act
    from tests.app.mobile_advice.suitcase.conftest import Travel


def coming(file: Path) -> Coming:
    """Read a suitcase that came back."""
    return read_coming(file, PASSPHRASE, clock=lambda: NOW)


def test_of_two_copies_both_come_home_and_what_differs_is_asked(travel: Travel) -> None:
    first, second = travel.tour.appointments[:2]
    copy = travel.file.with_name("copy.nahbar-suitcase")
    shutil.copy(travel.file, copy)
    travel.on_the_way(_walk_in(travel, 1), _say(first, "no_show"), _say(second, "done"))
    other = replace(travel, file=copy)
    other.on_the_way(_walk_in(travel, 1), _say(first, "done"), _say(second, "done"))
    bring_all(travel.home, coming(travel.file))
    assert finish(travel.home, coming(travel.file)) == ()
    back = coming(copy)
    (asked,) = bring_all(travel.home, back).asked
    assert asked.change.key == first
    assert copy.exists()
    travel.home.act(bring_row, back.suitcase_id, asked.change, Decision())
    assert finish(travel.home, back) == ()
    assert not copy.exists()
    assert travel.home.ask(_states) == ["booked", "done", "no_show", "waiting", "waiting"]


def test_another_office_takes_nothing_of_it(travel: Travel, tmp_path: Path) -> None:
    travel.on_the_way(_walk_in(travel, 1))
    other = opened(an_office(tmp_path / "other"))
    try:
        with pytest.raises(Unavailable, match="packed in another office"):
            bring_all(other, coming(travel.file))
        with pytest.raises(Unavailable, match="packed in another office"):
            finish(other, coming(travel.file))
        assert other.ask(_states) == []
    finally:
        other.close()
    assert travel.file.exists()


def test_one_of_an_older_version_comes_home_after_the_update(travel: Travel) -> None:
    travel.on_the_way(_walk_in(travel, 1), _say(travel.tour.appointments[0], "done"))
    older = f"{int(SCHEMA_HEAD) - 1:04}"
    _alter(travel.file, lambda engine: migrate_down(engine, older))
    back = coming(travel.file)
    assert not bring_all(travel.home, back).asked
    assert finish(travel.home, back) == ()
    assert travel.home.ask(_states) == ["booked", "booked", "done", "waiting"]


def test_one_of_a_newer_version_waits_for_the_update(travel: Travel) -> None:
    travel.on_the_way(_walk_in(travel, 1))
    _alter(travel.file, _say_newer)
    before = travel.file.read_bytes()
    with pytest.raises(Unavailable, match="newer"):
        coming(travel.file)
    assert travel.file.read_bytes() == before


def test_what_nobody_saved_on_the_way_is_counted_before_it_goes(travel: Travel) -> None:
    drafted = Drafted("contact", "", {"note": "noch nicht fertig"}, "Beratung")
    travel.on_the_way(lambda act: save_draft(act, drafted))
    assert coming(travel.file).unfinished == 1


def test_after_a_verified_return_no_byte_of_it_opens(
    travel: Travel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    bus = travel.bus()
    bus.act(_walk_in(travel, 1))
    folder = folder_of(travel.file)
    left = tmp_path / "left"
    shutil.copytree(folder, left)
    bus.close()
    # What a killed program leaves: the open folder with its log, and a copy that was being read.
    shutil.copytree(left, folder)
    assert {"office.db-wal", "office.db-shm"} <= {one.name for one in folder.iterdir()}
    aside = tmp_path / "temporary" / f"{aside_of(read_label(travel.file).file_id)}x"
    shutil.copytree(left, aside / "office")
    places = [OfficeFolder.of(one) for one in (folder, aside / "office")]
    files = [file for place in places for file in (place.keys, place.database)]
    seen = _linked([travel.file, *files], tmp_path / "seen")
    back = coming(travel.file)
    bring_all(travel.home, back)
    assert finish(travel.home, back) == ()
    around = {one.name for one in travel.file.parent.iterdir()}
    assert around == {"office"}
    assert not any((tmp_path / "temporary").iterdir())
    assert len(seen) == 5
    for link, content in seen:
        now = link.read_bytes()
        assert now[:512] != content[:512], link
        assert now[-512:] != content[-512:], link


def test_a_stick_that_cannot_be_written_is_wiped_the_next_time(
    travel: Travel, monkeypatch: pytest.MonkeyPatch
) -> None:
    travel.on_the_way(_walk_in(travel, 1))
    back = coming(travel.file)
    bring_all(travel.home, back)

    def read_only(*_given: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr("app.mobile_advice.suitcase.places.wipe", read_only)
        with pytest.raises(NotWiped, match="could not be wiped"):
            finish(travel.home, back)
    known = travel.home.ask(suitcase, back.suitcase_id)
    assert known is not None
    assert known.state is SuitcaseState.RETURNED
    again = coming(travel.file)
    assert not bring_all(travel.home, again).asked
    assert finish(travel.home, again) == ()
    assert not travel.file.exists()
    assert travel.home.ask(_states).count("waiting") == 1


def _alter(file: Path, change: Callable[[Engine], object]) -> None:
    """Do something to the database in a suitcase, and seal it again."""
    key, label, folder = key_of(file, PASSPHRASE), read_label(file), file.with_name("altered")
    unpack(file, label, folder)
    place = OfficeFolder.of(folder)
    engine = open_engine(place.database, key)
    change(engine)
    engine.dispose()
    write_suitcase(file, place.database, read_keys(place.keys), label, key)
    shutil.rmtree(folder)


def _say_newer(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")


def _linked(files: Iterable[Path], folder: Path) -> list[tuple[Path, bytes]]:
    """Keep hold of the bytes on the disk, whatever becomes of the names of the files."""
    folder.mkdir()
    seen: list[tuple[Path, bytes]] = []
    for at, file in enumerate(files):
        link = folder / str(at)
        os.link(file, link)
        seen.append((link, file.read_bytes()))
    return seen


def _walk_in(travel: Travel, number: int) -> Callable[[Act], None]:
    def walk_in(act: Act) -> None:
        halt = travel.tour.halt_id
        act.session.add(
            an_appointment(halt, DAY, None, kind="walk_in", state="waiting", queue_number=number)
        )
        act.touch("booking")

    return walk_in


def _say(key: UUID, state: str) -> Callable[[Act], None]:
    def say(act: Act) -> None:
        row = act.session.get(Appointment, key)
        assert row is not None
        row.state = state
        act.session.flush()
        act.touch("booking")

    return say


def _states(connection: Connection) -> list[str]:
    return sorted(connection.scalars(select(Appointment.state)))
