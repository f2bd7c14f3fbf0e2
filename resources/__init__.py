"""What the program carries: words in three languages, icons, fonts, code lists, help."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["as_file", "path", "read_text", "resource"]


def resource(*parts: str) -> Traversable:
    """Answer a carried file, such as `resource("icons", "people.svg")`."""
    return files(__name__).joinpath(*parts)


def path(*parts: str) -> Path:
    """Answer the path of a carried file; the program is always installed unpacked."""
    with as_file(resource(*parts)) as found:
        return found


def read_text(*parts: str) -> str:
    """Read a carried text file in UTF-8."""
    return resource(*parts).read_text(encoding="utf-8")
