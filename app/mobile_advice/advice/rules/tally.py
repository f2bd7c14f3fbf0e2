"""One stroke of the tally: a contact that is counted, with what was seen at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Problem
from app.mobile_advice.advice.rules.contact import NOT_OFFERED
from app.mobile_advice.advice.rules.lists import TOPICS
from app.mobile_advice.advice.rules.words import ContactKind

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class TallyMark:
    """What is counted; everything may stay unsaid."""

    topic: str = ""
    age_band: str = ""
    area_id: UUID | None = None
    kind: str = ContactKind.WALK_IN
    stop_id: UUID | None = None
    tour_halt_id: UUID | None = None


def check_mark(
    mark: TallyMark, bands: Collection[str], own_topics: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Answer what of a stroke is not offered."""
    offered = (
        ("topic", mark.topic in {"", *TOPICS.delivered, *own_topics}),
        ("age_band", mark.age_band in {"", *bands}),
        ("kind", mark.kind in set(ContactKind)),
    )
    return tuple(Problem(NOT_OFFERED, field) for field, is_offered in offered if not is_offered)
