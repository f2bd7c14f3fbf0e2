"""How households and relations are said on screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.households.rules import INVERSE_LABELS, RELATION_LABELS
from resources.text import _

if TYPE_CHECKING:
    from app.households.rows import HouseholdRow, LikelyMember, RelationRow


def relation_words(row: RelationRow) -> str:
    """Answer what the other person is, seen from the card that is shown."""
    return _((INVERSE_LABELS if row.is_inverse else RELATION_LABELS)[row.kind])


def household_words(row: HouseholdRow) -> str:
    """Answer what a household is called; without a name, the family names of its members."""
    if row.name:
        return row.name
    names = dict.fromkeys(member.family_name for member in row.members if member.family_name)
    return _("Household {names}").format(names=", ".join(names)) if names else _("Household")


def likely_words(likely: tuple[LikelyMember, ...]) -> str:
    """Answer the question about people of the same address."""
    names = ", ".join(one.name for one in likely)
    return _("The same address: {names}. Do they live together?").format(names=names)
