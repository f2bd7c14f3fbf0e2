"""Links people and keeps proposed pairs through the usual actions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.linking.actions import keep_pairs, link_people
from app.linking.queries import FoundPair, open_pairs
from app.linking.rules import Linking

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office


def link(office: Office, speaker: UUID, other: UUID) -> UUID:
    """Link two cards and answer the key of the link."""
    return office.act(link_people, uuid4(), Linking(speaker, other)).value


def propose(office: Office, one: UUID, other: UUID, score: float = 0.97) -> UUID:
    """Keep a pair as the search does and answer its key."""
    office.act(keep_pairs, [FoundPair(one, other, score, ("same given name",))])
    pairs = office.ask(open_pairs).rows
    return next(pair.id for pair in pairs if {pair.one.id, pair.other.id} == {one, other})
