"""Where hunspell dictionaries lie on Linux, macOS and Windows, and which of them are used."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.settings import LANGUAGES, data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LARGEST = 32 * 2**20
"""Bytes; the largest dictionary in use has 11 MB."""
_FIRST_CHOICES = ("de_DE", "de_DE_frami", "da_DK", "en_GB", "en_US")
_UNIX = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/usr/local/share/myspell",
)
_OFFICE_SUITES = (
    "/usr/lib/libreoffice/share/extensions",
    "/usr/lib64/libreoffice/share/extensions",
    "/opt/libreoffice/share/extensions",
)


@dataclass(frozen=True, slots=True)
class DictionaryFiles:
    """A dictionary that was found: its language ("de", "da", "en") and its name ("de_DE")."""

    language: str
    folder: Path
    name: str


def own_folder() -> Path:
    """Answer the folder into which people can put dictionaries of their own."""
    return data_folder() / "dictionaries"


def find_dictionaries(folders: Iterable[Path] | None = None) -> tuple[DictionaryFiles, ...]:
    """Answer one dictionary for each language of the program that has one on this computer.

    Looks in `folders`, or in the usual places of the system; the first that has a language wins.
    """
    found: dict[str, DictionaryFiles] = {}
    for folder in _places() if folders is None else folders:
        for files in _in_folder(folder):
            found.setdefault(files.language, files)
    return tuple(found[language] for language in LANGUAGES if language in found)


def _in_folder(folder: Path) -> Iterator[DictionaryFiles]:
    try:
        names = sorted(path.stem for path in folder.glob("*.aff"))
    except OSError:
        return
    for name in sorted(names, key=_rank):
        language = name.replace("-", "_").partition("_")[0].lower()
        if language in LANGUAGES and all(_is_readable(folder / f"{name}{end}") for end in _ENDS):
            yield DictionaryFiles(language, folder, name)


_ENDS = (".aff", ".dic")


def _rank(name: str) -> int:
    name = name.replace("-", "_")
    return _FIRST_CHOICES.index(name) if name in _FIRST_CHOICES else len(_FIRST_CHOICES)


def _is_readable(file: Path) -> bool:
    try:
        return 0 < file.stat().st_size <= _LARGEST and os.access(file, os.R_OK)
    except OSError:
        return False


def _places() -> Iterator[Path]:
    yield own_folder()
    for named in os.environ.get("DICPATH", "").split(os.pathsep):
        if named:
            yield Path(named)
    home = Path.home()
    if sys.platform == "win32":
        yield from _windows_places()
    elif sys.platform == "darwin":
        yield from (home / "Library/Spelling", Path("/Library/Spelling"))
        suite = Path("/Applications/LibreOffice.app/Contents/Resources/extensions")
        yield from _of_suite(suite)
    else:
        data = os.environ.get("XDG_DATA_HOME")
        yield (Path(data) if data else home / ".local/share") / "hunspell"
        yield from map(Path, _UNIX)
        for suites in map(Path, _OFFICE_SUITES):
            yield from _of_suite(suites)


def _windows_places() -> Iterator[Path]:
    for variable in ("APPDATA", "LOCALAPPDATA", "PROGRAMDATA"):
        if folder := os.environ.get(variable):
            yield Path(folder) / "hunspell"
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if folder := os.environ.get(variable):
            yield from _of_suite(Path(folder) / "LibreOffice" / "share" / "extensions")


def _of_suite(extensions: Path) -> Iterator[Path]:
    """Answer the dictionary folders of an installed LibreOffice."""
    try:
        yield from sorted(extensions.glob("dict-*"))
    except OSError:
        return
