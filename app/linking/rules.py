"""What linking two cards means: one speaks, nothing is moved, and every link can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from uuid import UUID

K = TypeVar("K", bound="Hashable")

SAME_CARD = N_("These are not two cards but one.")
ALREADY_ONE = N_("These two cards are linked already.")
GONE = N_("One of the two people is no longer in the office.")
ONE_IS_RESTRICTED = N_(
    "Only one of the two cards is restricted. Restrict both, or neither, before you link them."
)
NO_SUCH_LINK = N_("This link no longer exists.")
NO_SUCH_PAIR = N_("This pair is no longer proposed.")


class Verdict(StrEnum):
    """What somebody said about a pair."""

    OPEN = ""
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Linking:
    """The wish to link: `speaker` stays in the lists, `other` is linked to it."""

    speaker: UUID
    other: UUID
    reason: str = ""


def in_order(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """Answer two keys with the lower one first, as pairs are stored."""
    return (one, other) if one < other else (other, one)


def speakers(links: Iterable[tuple[K, K]]) -> Mapping[K, K]:
    """Answer who speaks for each linked card, given links as (speaker, other).

    Chains are flattened: when B is linked to A and C to B, A speaks for both. Raises
    `ValueError` when links go in a circle or a card is linked twice.
    """
    above: dict[K, K] = {}
    for speaker, other in links:
        if other in above:
            message = "a card is linked twice"
            raise ValueError(message)
        above[other] = speaker
    return {card: _top(card, above) for card in above}


def _top(card: K, above: Mapping[K, K]) -> K:
    seen = {card}
    while card in above:
        card = above[card]
        if card in seen:
            message = "links go in a circle"
            raise ValueError(message)
        seen.add(card)
    return card
