"""Where this computer keeps the connections to shared offices; one file stands for one office.

Imported before the window is painted: nothing but the standard library and the settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.settings import data_folder

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".nahbar"
"""How the name of a connection profile ends."""
SUITCASE = ".nahbar-suitcase"
"""How the name of a suitcase ends: a part of an office in one file, taken along by a tour."""


def is_profile(place: Path) -> bool:
    """Answer whether a place is an office on a server and not a folder of this computer."""
    return place.suffix == SUFFIX


def is_suitcase(place: Path) -> bool:
    """Answer whether a place is a suitcase and not an office."""
    return place.suffix == SUITCASE


def joined_folder() -> Path:
    """Answer where the profiles of joined offices are kept, each in a folder of its own."""
    return data_folder() / "shared"


def is_joined(place: Path) -> bool:
    """Answer whether a profile is one that somebody joined with, and not only the file as sent."""
    return is_profile(place) and place.is_file() and joined_folder() in place.absolute().parents


def place_exists(place: Path) -> bool:
    """Answer whether an office can be looked for at a place."""
    is_file = is_profile(place) or is_suitcase(place)
    return place.is_file() if is_file else (place / "office.db").exists()


def place_title(place: Path) -> str:
    """Answer what to call an office before it is open."""
    return place.stem if is_profile(place) or is_suitcase(place) else place.name


def place_of(given: Path) -> Path:
    """Answer the office that a file of it, or the office itself, stands for."""
    return (given.parent if given.name == "office.db" else given).absolute()
