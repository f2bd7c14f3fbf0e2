"""The settings in use: kept at once, and never a reason to stop working."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.settings import Settings, load
from ui.admin.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_settings_that_cannot_be_written_hold_for_this_window(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_settings: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ui.admin.preferences.save", full)
    preferences = Preferences(Settings())
    preferences.choose("lock_after_minutes", 10)
    assert preferences.settings.lock_after_minutes == 10
    assert "No space left" in caplog.text
    caplog.clear()


def test_a_choice_is_kept_and_told_once() -> None:
    preferences = Preferences(Settings())
    told: list[str] = []
    preferences.changed.connect(lambda name, _settings: told.append(name))
    preferences.choose("density", "roomy")
    preferences.choose("density", "roomy")
    assert told == ["density"]
    assert load().density == "roomy"


def test_the_office_that_was_opened_last_comes_first(tmp_path: Path) -> None:
    preferences = Preferences(Settings())
    for name in ("a", "b", "a"):
        preferences.remember_office(tmp_path / name)
    assert load().recent_offices == (str(tmp_path / "a"), str(tmp_path / "b"))
