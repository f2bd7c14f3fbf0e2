"""The texts of letters: blocks in one file per language, with a fixed list of fields."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from forms.bidi import cleaned, isolated
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS = frozenset(
    {"count", "day", "family_name", "name", "number", "office", "phone", "recipient", "visitor"}
)
"""All fields that a text may use; there are no expressions."""

_BLOCK = re.compile(r"^\[([a-z._]+)\]$", re.MULTILINE)
_FIELD = re.compile(r"\{([^{}]*)\}")


class UnknownFieldError(ValueError):
    """A text asks for a field that does not exist."""


class Texts:
    """The blocks of one letter in one language."""

    def __init__(self, blocks: Mapping[str, str]) -> None:
        """Stand on blocks by name.

        Raises `UnknownFieldError` when a block asks for a field outside `FIELDS`.
        """
        self.blocks = MappingProxyType(dict(blocks))
        for name, block in blocks.items():
            if unknown := set(_FIELD.findall(block)) - FIELDS:
                message = f"unknown field in [{name}]: {min(unknown)}"
                raise UnknownFieldError(message)

    def say(self, block: str, variant: str = "", **values: str) -> str:
        """Answer a block, in its variant if it has one; values are put in as they are.

        What a value contains is never read as a field again.
        """
        text = self.blocks.get(f"{block}.{variant}") or self.blocks[block]
        safe = {name: isolated(cleaned(value)) for name, value in values.items()}
        return _FIELD.sub(lambda field: safe[field[1]], text)

    def choices(self, block: str) -> frozenset[str]:
        """Answer the variants that a block has."""
        start = f"{block}."
        return frozenset(name.removeprefix(start) for name in self.blocks if name.startswith(start))


def parse(source: str) -> Texts:
    """Read "[name]" lines, each followed by its text; line ends count as spaces."""
    _, *parts = _BLOCK.split(source)
    names, bodies = parts[::2], parts[1::2]
    return Texts({name: " ".join(body.split()) for name, body in zip(names, bodies, strict=True)})


@cache
def texts(letter: str, language: str) -> Texts:
    """Answer the texts that the program carries for a letter and a language."""
    return parse(read_text("letters", letter, f"{language}.txt"))
