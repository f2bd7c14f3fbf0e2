"""How much likelier an observation is of one person, or of one household, than of strangers."""

from __future__ import annotations

from typing import NamedTuple


class Odds(NamedTuple):
    """How much likelier than by chance: of one person, and of two people of one household."""

    person: float
    home: float


NOTHING = Odds(1.0, 1.0)
"""Says nothing, such as an empty field."""
