"""Drafts on this computer: unreadable without the password, and lost with none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.drafts.rules import Drafted
from db.draft_box import DraftBox
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

TYPED = Drafted("client", "subject", {"name": "Übel \ud800 \u202e", "note": "x\ny"}, "Erna")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a password be stretched in no time."""
    monkeypatch.setattr("db.wraps.MEMORY_KIB", 64)


@pytest.fixture
def box(tmp_path: Path) -> DraftBox:
    """A box with one draft in it."""
    box = DraftBox(tmp_path / "drafts", "first password")
    box.keep(TYPED, NOW)
    return box


def test_what_was_kept_comes_back_exactly_for_the_same_password(
    box: DraftBox, tmp_path: Path
) -> None:
    again = DraftBox(tmp_path / "drafts", "first password")
    assert again.has_any
    assert again.find("client", "subject") == (TYPED, NOW)
    assert again.all() == box.all() == ((TYPED, NOW),)
    again.drop("client", "subject")
    assert again.find("client", "subject") is None
    assert again.all() == ()


def test_another_password_reads_nothing_and_loses_nothing(tmp_path: Path, box: DraftBox) -> None:
    stranger = DraftBox(tmp_path / "drafts", "another password")
    assert stranger.all() == ()
    stranger.keep(TYPED, NOW)
    assert stranger.find("client", "subject") == (TYPED, NOW)
    assert len(list((tmp_path / "drafts").glob("*.draft"))) == 2
    assert DraftBox(tmp_path / "drafts", "first password").all() == ((TYPED, NOW),)


def test_an_earlier_password_brings_back_what_it_locked(tmp_path: Path, box: DraftBox) -> None:
    box.keep(Drafted("client", "other", {"note": "Old"}), NOW)
    later = DraftBox(tmp_path / "drafts", "given by the administrator")
    newer = Drafted("client", "other", {"note": "New"})
    later.keep(newer, NOW + timedelta(hours=1))
    assert later.locked() == 2
    assert later.unlock("a guess") == 0
    assert later.unlock("first password") == 2
    assert later.locked() == 0
    assert later.find("client", "subject") == (TYPED, NOW)
    assert later.find("client", "other") == (newer, NOW + timedelta(hours=1))


def test_what_nobody_can_open_is_thrown_away_when_that_is_wanted(
    tmp_path: Path, box: DraftBox
) -> None:
    later = DraftBox(tmp_path / "drafts", "given by the administrator")
    assert later.throw_locked_away() == 1
    assert (later.locked(), later.has_any) == (0, False)


def test_a_changed_password_goes_on_reading(tmp_path: Path, box: DraftBox) -> None:
    box.change_password("second password")
    assert DraftBox(tmp_path / "drafts", "second password").all() == ((TYPED, NOW),)
    assert DraftBox(tmp_path / "drafts", "first password").all() == ()


def test_the_keyring_helps_where_the_password_was_changed_elsewhere(tmp_path: Path) -> None:
    known: list[bytes] = []
    first = DraftBox(tmp_path / "drafts", "first password", remember=known.append)
    first.keep(TYPED, NOW)
    later = DraftBox(tmp_path / "drafts", "new from elsewhere", recall=known.pop)
    assert later.all() == ((TYPED, NOW),)
    assert DraftBox(tmp_path / "drafts", "new from elsewhere").all() == ((TYPED, NOW),)


@pytest.mark.parametrize("damage", [b"", b"short", bytes(200)])
def test_a_damaged_draft_is_left_out(tmp_path: Path, box: DraftBox, damage: bytes) -> None:
    (file,) = (tmp_path / "drafts").glob("*.draft")
    file.write_bytes(damage)
    assert box.all() == ()


def test_a_draft_under_another_name_is_not_believed(tmp_path: Path, box: DraftBox) -> None:
    (file,) = (tmp_path / "drafts").glob("*.draft")
    file.rename(file.with_name("0" * 32 + ".draft"))
    assert box.all() == ()
