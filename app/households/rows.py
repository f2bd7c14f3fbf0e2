"""What screens are told about households and relations: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.households.rules import RelationDetails, RelationKind


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One person who lives in a household now."""

    id: UUID
    """Of the membership, not of the person."""
    version: int
    person_id: UUID
    name: str
    family_name: str
    since: date | None


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household with those who live in it now."""

    id: UUID
    version: int
    name: str
    """What letters call it; "" makes it from its members."""
    note: str
    members: tuple[MemberRow, ...]


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation as the card of one of the two shows it."""

    id: UUID
    version: int
    other_id: UUID
    other_name: str
    other_phone: str
    """The first number of the other, as people write it at home."""
    kind: RelationKind
    is_inverse: bool
    """Whether this card is the other side: then the inverse word holds."""
    detail: str
    has_key: bool
    in_emergency: int | None
    valid_from: date | None
    valid_until: date | None

    def has_ended(self, today: date) -> bool:
        """Answer whether it held only until a day that is past."""
        return self.valid_until is not None and self.valid_until < today


@dataclass(frozen=True, slots=True)
class LikelyMember:
    """Somebody who seems to live with others."""

    person_id: UUID
    name: str
    family_name: str


@dataclass(frozen=True, slots=True)
class LikelyHousehold:
    """People of one address who are in no household together yet."""

    members: tuple[LikelyMember, ...]
    address: str
    same_family_name: bool


@dataclass(frozen=True, slots=True)
class Circle:
    """Around one person: the household, relations, and who else seems to live there."""

    person_id: UUID
    household: HouseholdRow | None
    relations: tuple[RelationRow, ...]
    likely: tuple[LikelyMember, ...]


@dataclass(frozen=True, slots=True)
class RelationToEdit:
    """A relation's form as it opens."""

    id: UUID
    details: RelationDetails
    person_id: UUID
    """From whose card it is told."""
    person_name: str
    other_name: str
    version: int


@dataclass(frozen=True, slots=True)
class RemovedRelation:
    """A relation that was taken away: what brings it back."""

    id: UUID
    person_id: UUID
    details: RelationDetails
