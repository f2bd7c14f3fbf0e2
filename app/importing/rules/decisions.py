"""What becomes of a row that looks like someone who is known: left, added, or used to fill gaps."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.clients.rules import Salutation
from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.clients.rules import ClientDetails


class Decision(StrEnum):
    """What somebody decided about a held row."""

    OPEN = ""
    SKIPPED = "skipped"
    """The same person; nothing of the row is needed."""
    FILLED = "filled"
    """The same person; what the card did not say was taken from the row."""
    ADDED = "added"
    """Another person, who got a card of their own."""


DECISION_LABELS: Mapping[Decision, str] = MappingProxyType(
    {
        Decision.OPEN: N_("Not decided yet"),
        Decision.SKIPPED: N_("The same person, row left out"),
        Decision.FILLED: N_("The same person, gaps filled"),
        Decision.ADDED: N_("Another person, added"),
    }
)
"""The words for each decision, translated where they are shown."""

_ADDRESS = ("care_of", "street", "house_number", "floor", "door", "postal_code", "city")
_FILLED = (
    "given_name", "family_name", "birth", "phone", "mobile", "email", "letter_language", "hint",
    "about", "languages",
)  # fmt: skip


def fill_gaps(card: ClientDetails, row: ClientDetails) -> ClientDetails:
    """Answer a card with what it did not say taken from a row; nothing on it is replaced.

    An address is taken whole or not at all; protection of the address is taken over.
    """
    taken: dict[str, Any] = {
        name: getattr(row, name) for name in _FILLED if not getattr(card, name)
    }
    if not any(getattr(card, name) for name in _ADDRESS):
        taken |= {name: getattr(row, name) for name in (*_ADDRESS, "country")}
    if card.salutation == Salutation.NONE:
        taken["salutation"] = row.salutation
    if card.lives_alone is None:
        taken["lives_alone"] = row.lives_alone
    if row.address_protected:
        taken["address_protected"] = True
    return replace(card, **taken)
