"""Faults 11, 12 and 14: a wrong key, a damaged page, a missing or empty file."""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import Damaged, back_up, check_office, key_from_passphrase
from app.errors import Refused, Unavailable
from db.session import connect
from tests.factories.offices import opened
from tests.faults.acts import numbers, save_numbered

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice

PAGE = 4096


def damage(file: Path, page: int) -> None:
    """Turn one byte in the middle of a page (from 1) over."""
    with file.open("r+b") as stream:
        stream.seek((page - 1) * PAGE + PAGE // 2)
        byte = stream.read(1)
        stream.seek(-1, 1)
        stream.write(bytes([byte[0] ^ 0xFF]))


def contents(folder: Path) -> dict[str, bytes]:
    """Answer every file of an office but the lock and its note."""
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.is_file() and file.name not in {"office.lock", "office.state"}
    }


def test_a_wrong_key_is_one_sentence_and_changes_nothing(made: CreatedOffice) -> None:
    before = contents(made.folder)
    with pytest.raises(Refused, match="This key does not open the office"):
        opened(replace(made, key=bytes(32)))
    with pytest.raises(Refused, match="This passphrase does not open the office"):
        key_from_passphrase(made.folder, "falsch geraten")
    with pytest.raises(Refused, match="This key does not open the office"):
        check_office(made.folder, bytes(32))
    with pytest.raises(Refused, match="This key does not open the office"):
        back_up(made.folder, bytes(32))
    assert contents(made.folder) == before
    opened(made).close()


@pytest.mark.parametrize("page", [1, 2, 7, 30])
def test_a_damaged_page_is_named_at_start(made: CreatedOffice, page: int) -> None:
    opened(made).close()
    damage(made.folder / "office.db", page)
    before = contents(made.folder)
    with pytest.raises(Damaged) as trouble:
        opened(made)
    assert trouble.value.problem.values["pages"] == str(page)
    assert "Restore" in trouble.value.remedy.message
    assert contents(made.folder)["office.db"] == before["office.db"]


def test_a_damaged_page_is_named_by_the_check(made: CreatedOffice) -> None:
    damage(made.folder / "office.db", 7)
    report = check_office(made.folder, made.key)
    assert report.damaged_pages == (7,)
    assert not report.ok


def test_a_damaged_office_is_not_backed_up_as_if_it_were_whole(made: CreatedOffice) -> None:
    with closing(connect(made.folder / "office.db", made.key)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    for page in range(2, pages + 1):
        damage(made.folder / "office.db", page)
    with pytest.raises(Unavailable):
        back_up(made.folder, made.key)
    assert not list((made.folder / "backups").iterdir())


def test_damage_after_a_kill_is_named_although_the_log_is_there(made: CreatedOffice) -> None:
    office = opened(made)
    office.act(save_numbered, 1)
    office._engine.dispose()
    assert office._lock is not None
    office._lock.release()
    damage(made.folder / "office.db", 5)
    with pytest.raises(Damaged) as trouble:
        opened(made)
    assert trouble.value.problem.values["pages"] == "5"


def test_a_missing_office_is_never_made_anew(made: CreatedOffice) -> None:
    (made.folder / "office.db").unlink()
    with pytest.raises(Unavailable, match="There is no office in the folder"):
        opened(made)
    assert not (made.folder / "office.db").exists()


def test_an_empty_office_is_never_taken_for_a_new_one(made: CreatedOffice) -> None:
    (made.folder / "office.db").write_bytes(b"")
    with pytest.raises(Unavailable, match="The office file is empty"):
        opened(made)
    assert (made.folder / "office.db").stat().st_size == 0


@pytest.mark.parametrize("length", [1, 100, PAGE, PAGE * 5, PAGE * 5 + 1])
def test_a_cut_off_office_is_called_damaged(made: CreatedOffice, length: int) -> None:
    file = made.folder / "office.db"
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(Unavailable, match="damaged"):
        opened(made)
    assert file.stat().st_size == length


def test_a_file_of_nonsense_is_called_damaged(made: CreatedOffice) -> None:
    nonsense = random.Random(1).randbytes(PAGE * 10)  # noqa: S311 - any bytes
    (made.folder / "office.db").write_bytes(nonsense)
    with pytest.raises(Damaged):
        opened(made)
    assert (made.folder / "office.db").read_bytes() == nonsense


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"format": 1}', b"\xff\xfe"])
def test_a_damaged_key_file_is_a_plain_message(made: CreatedOffice, content: bytes) -> None:
    (made.folder / "keys.json").write_bytes(content)
    with pytest.raises(Unavailable, match=r"keys.json is damaged"):
        opened(made)


def test_a_missing_key_file_is_a_plain_message(made: CreatedOffice) -> None:
    (made.folder / "keys.json").unlink()
    with pytest.raises(Unavailable, match=r"keys.json is missing"):
        opened(made)


def test_what_was_saved_is_still_there_after_all_that(made: CreatedOffice) -> None:
    office = opened(made)
    office.act(save_numbered, 1)
    office.close()
    with pytest.raises(Refused):
        opened(replace(made, key=bytes(32)))
    reopened = opened(made)
    assert reopened.ask(numbers) == {1}
    reopened.close()
