"""The settings: kept exactly, checked by type, never a reason to crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app import settings
from app.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_file_everything_is_at_its_default(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.toml") == Settings()


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    kept = Settings(
        language="da",
        theme="dark",
        font_scale=150,
        density="roomy",
        who="Åse Ærø",
        last_office="/office",
        recent_offices=("/office", "/other"),
        lock_after_minutes=10,
    )
    settings.save(kept, tmp_path / "a" / "settings.toml")
    assert settings.load(tmp_path / "a" / "settings.toml") == kept


def test_settings_live_below_nahbar_home(tmp_path: Path) -> None:
    settings.save(Settings(who="Anna"))
    assert settings.settings_file().is_relative_to(tmp_path / "home")
    assert settings.load().who == "Anna"
    assert settings.data_folder().is_relative_to(tmp_path / "home")
    assert settings.log_folder().is_relative_to(tmp_path / "home")


@pytest.mark.parametrize("broken", [b"theme = ", b"\xff\xfe", b"[[[", b"theme = 'a'\ntheme = 'b'"])
def test_a_broken_file_is_moved_aside_and_kept(tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(broken)
    assert settings.load(file) == Settings()
    assert not file.exists()
    assert (tmp_path / "settings.toml.broken").read_bytes() == broken


@pytest.mark.parametrize(
    "line",
    [
        "theme = 'pink'",
        "theme = 3",
        "font_scale = 900",
        "font_scale = '150'",
        "font_scale = true",
        "recent_offices = ['a', 1]",
        "recent_offices = 'a'",
        "lock_after_minutes = 0",
        "who = 7",
        "is_onboarded = 'yes'",
        "theme = ['dark']",
        "language = 'xx'",
    ],
)
def test_a_wrong_value_is_left_at_its_default_and_the_others_stay(
    tmp_path: Path, line: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"{line}\ndensity = 'roomy'\n", encoding="utf-8")
    assert settings.load(file) == Settings(density="roomy")


def test_keys_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("theme = 'dark'\nwind = 'west'\n[sea]\nsalt = 3\n", encoding="utf-8")
    settings.save(settings.load(file), file)
    written = file.read_text(encoding="utf-8")
    assert "wind" in written
    assert "salt = 3" in written
    assert settings.load(file).theme == "dark"


def test_a_failed_write_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    settings.save(Settings(who="Anna"), file)

    def refuse(*_args: object, **_kwargs: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", refuse)
    with pytest.raises(OSError, match="No space"):
        settings.save(Settings(who="Bea"), file)
    monkeypatch.undo()
    assert settings.load(file).who == "Anna"


def test_the_last_office_comes_first_among_the_recent_ones() -> None:
    kept = Settings().with_office("/a").with_office("/b").with_office("/a")
    assert kept.last_office == "/a"
    assert kept.recent_offices == ("/a", "/b")
