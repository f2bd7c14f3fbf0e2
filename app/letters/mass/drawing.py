"""Drawing letters of a mailing into files, as another process does it: needs little to start."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from app.errors import Refused
from forms.letters.composed import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.letters.composed import ComposedLetter

Troubles = list[tuple[str, str, dict[str, object]]]
"""Problems as another process can send them; none when a letter is drawn."""
Task = tuple["ComposedLetter", str]
"""A letter and its new file."""
_OWNER_ONLY = 0o600


def draw(tasks: Sequence[Task]) -> list[Troubles]:
    """Draw letters into their files; answer what stands against each."""
    return [_drawn(letter, file) for letter, file in tasks]


def _drawn(letter: ComposedLetter, file: str) -> Troubles:
    try:
        pdf = render(letter)
    except Refused as refused:
        return [(p.message, p.field, dict(p.values)) for p in refused.problems]
    with open(file, "xb", opener=_for_owner) as new:
        new.write(pdf)
    return []


def _for_owner(file: str, flags: int) -> int:
    return os.open(file, flags, _OWNER_ONLY)
