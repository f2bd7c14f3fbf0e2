"""One part of a page that has several: its word, its title, and how it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk, Pending
    from ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Part:
    """One tab; `title` is English and translated where it is shown."""

    word: str
    """The word of a `Place` that leads here; `ui.pages.BELOW_PAGES` knows it, too."""
    title: str
    make: Callable[[Desk], Page]
    """Makes the page of the tab when it is first looked at."""
    may_see: Callable[[Desk], Pending[bool]] | None = None
    """Asks whether the tab is there at all; None is for everyone who sees the page."""
