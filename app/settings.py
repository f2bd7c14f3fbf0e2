"""What one person at one machine prefers: TOML, checked by type, never a reason to crash."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("de", "da", "en")
THEMES = ("light", "dark", "contrast", "system")
DENSITIES = ("compact", "normal", "roomy")
_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"language": LANGUAGES, "theme": THEMES, "density": DENSITIES}
)
_RANGES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"font_scale": (100, 200), "lock_after_minutes": (1, 120)}
)
_MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one person; `unknown` keeps what a newer version wrote."""

    language: str = ""
    """One of "de", "da", "en", or "" until chosen: then the machine's language."""
    theme: str = "system"
    font_scale: int = 100
    """Percent, 100 to 200."""
    density: str = "normal"
    who: str = ""
    """The own name, as it stands in what one writes."""
    last_office: str = ""
    recent_offices: tuple[str, ...] = ()
    lock_after_minutes: int = 5
    """Minutes without a key or pointer movement, 1 to 120."""
    backup_folder: str = ""
    """Where backups go; "" is the folder beside the office."""
    is_onboarded: bool = False
    """Whether the first-start tour was seen."""
    unknown: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def with_office(self, folder: str) -> Settings:
        """Answer these settings with an office as the last one opened."""
        others = tuple(known for known in self.recent_offices if known != folder)
        return replace(self, last_office=folder, recent_offices=(folder, *others)[:_MOST_RECENT])


def load(file: Path | None = None) -> Settings:
    """Read the settings; a broken file is moved aside, a wrong value is left at its default."""
    file = file or settings_file()
    try:
        kept = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        _move_aside(file)
        return Settings()
    except OSError:
        return Settings()
    return _checked(kept)


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings, whole or not at all. Raises `OSError` when the disk refuses."""
    import tomli_w  # noqa: PLC0415 - a start only reads

    file = file or settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    kept: dict[str, Any] = dict(settings.unknown)
    for known in _known():
        value = getattr(settings, known)
        kept[known] = list(value) if isinstance(value, tuple) else value
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.write_text(tomli_w.dumps(kept), encoding="utf-8")
    fresh.replace(file)


def settings_file() -> Path:
    """Answer where the settings are kept."""
    return _folder("config") / "settings.toml"


def data_folder() -> Path:
    """Answer where offices are put unless another place is chosen."""
    return _folder("data")


def log_folder() -> Path:
    """Answer where the log is written; it holds no names."""
    return _folder("log")


def _folder(kind: str) -> Path:
    if home := os.environ.get("NAHBAR_HOME"):
        return Path(home) / kind
    import platformdirs  # noqa: PLC0415 - not needed where NAHBAR_HOME is set

    folders = platformdirs.PlatformDirs("nahbar", appauthor=False)
    return {
        "config": folders.user_config_path,
        "data": folders.user_data_path,
        "log": folders.user_log_path,
    }[kind]


def _known() -> tuple[str, ...]:
    return tuple(known.name for known in fields(Settings) if known.name != "unknown")


def _checked(kept: dict[str, Any]) -> Settings:
    known = _known()
    good: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in kept.items()
        if name in known and _fits(name, value)
    }
    unknown = {name: value for name, value in kept.items() if name not in known}
    return Settings(**good, unknown=MappingProxyType(unknown))


def _fits(name: str, value: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _RANGES:
        low, high = _RANGES[name]
        return type(value) is int and low <= value <= high
    if name == "recent_offices":
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) is type(getattr(Settings(), name))


def _move_aside(file: Path) -> None:
    """Keep a broken file for whoever wants to look, out of the way of the next start."""
    try:
        file.replace(file.with_name(f"{file.name}.broken"))
    except OSError:
        return
