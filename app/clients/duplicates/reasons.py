"""What speaks for two people being one, in short statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.duplicates.addresses import AddressLevel
from app.clients.duplicates.births import BirthLevel
from app.clients.duplicates.names import NameLevel
from app.clients.duplicates.ways import shared_words
from app.errors import N_

if TYPE_CHECKING:
    from app.clients.duplicates.comparing import Comparison

SWAPPED = N_("names swapped")
GIVEN = {
    NameLevel.SAME: N_("same given name"),
    NameLevel.PART: N_("one given name is part of the other"),
    NameLevel.TYPO: N_("given name differs by a typing error"),
    NameLevel.SOUND: N_("given name sounds alike (Kölner Phonetik)"),
    NameLevel.SHORT: N_("given name is a short form"),
    NameLevel.SIMILAR: N_("similar given name"),
}
FAMILY = {
    NameLevel.SAME: N_("same family name"),
    NameLevel.PART: N_("one family name is part of the other"),
    NameLevel.TYPO: N_("family name differs by a typing error"),
    NameLevel.SOUND: N_("family name sounds alike (Kölner Phonetik)"),
    NameLevel.SHORT: N_("family name is a short form"),
    NameLevel.SIMILAR: N_("similar family name"),
}
BIRTH = {
    BirthLevel.SAME: N_("same birth date"),
    BirthLevel.SWAPPED: N_("day and month swapped"),
    BirthLevel.DIGIT: N_("birth date differs by one digit"),
    BirthLevel.DAY: N_("same month and year of birth"),
    BirthLevel.MONTH: N_("same day and year of birth"),
    BirthLevel.YEAR: N_("same day and month of birth"),
    BirthLevel.KNOWN: N_("birth date agrees as far as known"),
}
ADDRESS = {
    AddressLevel.SAME: N_("same address"),
    AddressLevel.CLOSE: N_("nearly the same address"),
    AddressLevel.STREET: N_("same street"),
    AddressLevel.AREA: N_("same town"),
}


def reasons(found: Comparison) -> tuple[str, ...]:
    """Answer English statements, marked for translation, the strongest part first."""
    names: tuple[str | None, ...] = (SWAPPED,)
    if not found.swapped:
        names = (GIVEN.get(found.given), FAMILY.get(found.family))
    way = shared_words(found.way)
    statements = (*names, BIRTH.get(found.birth), ADDRESS.get(found.address), way)
    return tuple(statement for statement in statements if statement)
