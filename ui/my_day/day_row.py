"""What a line of My day shows: a frozen row, the same for visits, tasks, people and drafts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.widgets.page import Place


@dataclass(frozen=True, slots=True)
class RowStatus:
    """A state in a word, with the tone and icon of `StatusLabel`."""

    words: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """What a line shows; `place` is where its arrow leads."""

    key: str
    """What the row is, such as "task:3f…"."""
    title: str
    detail: str
    place: Place
    when: str = ""
    """A day or time in the first column; "" leaves the column out."""
    when_detail: str = ""
    tone: str = ""
    """Tone of the first column: "" or "attention"."""
    status: RowStatus | None = None
    verb: str = ""
    """Words of the button; "" for none."""
    act_name: str = ""
    """What a screen reader calls the button; "" for its words and the title."""
    act_place: Place | None = None
    """Where the button leads; None where it does something here, or leads where the arrow does."""
    open_name: str = ""
    """What a screen reader calls the arrow; "" for "Show" and the title."""
    has_arrow: bool = True
