"""How wide the columns of a table are: what they hold decides, the room is shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Wish = tuple[int, int, bool]
"""What a column wants: its wished width, its least width, and whether it takes free room."""


def share_out(room: int, wishes: Sequence[Wish]) -> list[int]:
    """Answer widths that fill `room` pixels; narrower ones shrink before anything scrolls.

    Free room goes to the stretching columns in equal parts. When it is too narrow, the others
    shrink towards their least widths; below that the table scrolls sideways.
    """
    widths = [least if stretches else wish for wish, least, stretches in wishes]
    spare = room - sum(widths)
    if spare < 0:
        return _shrunk(widths, [least for _wish, least, _stretches in wishes], -spare)
    stretching = [at for at, (_wish, _least, stretches) in enumerate(wishes) if stretches]
    for place, at in enumerate(stretching):
        widths[at] += spare // len(stretching) + (place < spare % len(stretching))
    return widths


def _shrunk(widths: list[int], leasts: list[int], missing: int) -> list[int]:
    given = [width - least for width, least in zip(widths, leasts, strict=True)]
    possible = sum(given)
    part = min(1.0, missing / possible) if possible else 0.0
    return [width - int(give * part) for width, give in zip(widths, given, strict=True)]
