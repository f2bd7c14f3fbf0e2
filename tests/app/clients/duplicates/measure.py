"""How well pairs were found: precision, recall and their harmonic mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.clients.duplicates import find_duplicates

if TYPE_CHECKING:
    from tests.app.clients.duplicates.town import Town


class Found(NamedTuple):
    """Parts (0-1) of what was found that is right, and of what is right that was found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Answer the harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def measure(town: Town) -> Found:
    """Look for duplicates in a town and hold them against the truth."""
    found = {frozenset((pair.a, pair.b)) for pair in find_duplicates(town.cards)}
    right = len(found & town.truth)
    return Found(right / len(found), right / len(town.truth))
