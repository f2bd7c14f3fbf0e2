"""Tiny dictionaries in a folder of the test: no test needs one of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = ("Frau", "wohnt", "allein", "und", "hört", "Klavier", "gern", "Bescheid", "alte")
DANISH = ("fru", "bor", "alene", "og", "hører", "klaver", "gerne", "gammel")


def write_dictionary(folder: Path, name: str, words: tuple[str, ...]) -> Path:
    """Write `name`.aff and `name`.dic; an "s" may follow each word."""
    folder.mkdir(parents=True, exist_ok=True)
    affixes = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwä\nSFX S Y 1\nSFX S 0 s .\n"
    (folder / f"{name}.aff").write_text(affixes, encoding="utf-8")
    lines = [str(len(words)), *(f"{word}/S" for word in words)]
    (folder / f"{name}.dic").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def write_dictionaries(folder: Path) -> Path:
    """Write a German and a Danish one."""
    write_dictionary(folder, "de_DE", GERMAN)
    return write_dictionary(folder, "da_DK", DANISH)
