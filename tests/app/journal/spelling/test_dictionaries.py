"""Dictionaries are found where systems keep them; one for each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.journal.spelling.dictionaries import find_dictionaries, own_folder
from tests.factories.dictionaries import GERMAN, write_dictionary

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def found(*folders: Path) -> list[str]:
    return [files.name for files in find_dictionaries(folders)]


def test_one_dictionary_for_each_language_is_used(tmp_path: Path) -> None:
    for name in ("de_AT", "de_DE_frami", "da_DK", "en_US", "en_GB", "fr_FR"):
        write_dictionary(tmp_path, name, GERMAN)
    assert found(tmp_path) == ["de_DE_frami", "da_DK", "en_GB"]


def test_the_first_folder_that_has_a_language_wins(tmp_path: Path) -> None:
    write_dictionary(tmp_path / "own", "de_AT", GERMAN)
    write_dictionary(tmp_path / "system", "de_DE", GERMAN)
    assert found(tmp_path / "own", tmp_path / "system") == ["de_AT"]


def test_half_a_dictionary_and_a_missing_folder_are_none(tmp_path: Path) -> None:
    write_dictionary(tmp_path, "de_DE", GERMAN)
    (tmp_path / "de_DE.dic").unlink()
    write_dictionary(tmp_path, "da_DK", GERMAN)
    (tmp_path / "da_DK.dic").write_bytes(b"")
    assert found(tmp_path, tmp_path / "nowhere") == []


def test_own_dictionaries_and_those_of_the_search_path_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dictionary(own_folder(), "de-DE", GERMAN)
    monkeypatch.setenv("DICPATH", str(tmp_path / "path"))
    write_dictionary(tmp_path / "path", "da_DK", GERMAN)
    names = {files.name for files in find_dictionaries()}
    assert {"de-DE", "da_DK"} <= names
