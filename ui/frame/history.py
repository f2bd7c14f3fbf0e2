"""Where the user was: back and forward, as in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages import page_of

if TYPE_CHECKING:
    from ui.widgets.page import Place

_LONGEST = 50


class History:
    """The places in the order they were visited; `here` is None before the first."""

    def __init__(self) -> None:
        """Begin nowhere."""
        self._before: list[Place] = []
        self._after: list[Place] = []
        self.here: Place | None = None

    def visit(self, place: Place) -> None:
        """Go to another place; going to the same one again is no step."""
        if place == self.here:
            return
        if self.here is not None:
            self._before = [*self._before, self.here][-_LONGEST:]
        self.here = place
        self._after.clear()

    def back(self) -> Place | None:
        """Step back; answer the place, or None at the beginning."""
        if not self._before or self.here is None:
            return None
        self._after.append(self.here)
        self.here = self._before.pop()
        return self.here

    def forward(self) -> Place | None:
        """Step forward again; answer the place, or None at the end."""
        if not self._after or self.here is None:
            return None
        self._before.append(self.here)
        self.here = self._after.pop()
        return self.here

    @property
    def came_from_elsewhere(self) -> bool:
        """Whether the place before this one is on another page."""
        if self.here is None or not self._before:
            return False
        return page_of(self._before[-1].page) != page_of(self.here.page)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to step back to."""
        return bool(self._before)
