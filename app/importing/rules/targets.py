"""What a column of a list of people may hold."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Target(StrEnum):
    """What the cells of a column are; most are named as the field of the form they fill."""

    NOTHING = ""
    """The column is not imported."""
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    FULL_NAME = "full_name"
    """"Erna Krüger" or "Krüger, Erna"."""
    SALUTATION = "salutation"
    BIRTH = "birth"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    CARE_OF = "care_of"
    STREET = "street"
    """With the house number, unless that has a column of its own."""
    HOUSE_NUMBER = "house_number"
    FLOOR = "floor"
    DOOR = "door"
    POSTAL_CODE = "postal_code"
    CITY = "city"
    TOWN_LINE = "town_line"
    """"40595 Düsseldorf"."""
    COUNTRY = "country"
    LANGUAGES = "languages"
    LETTER_LANGUAGE = "letter_language"
    LIVES_ALONE = "lives_alone"
    ADDRESS_PROTECTED = "address_protected"
    HINT = "hint"
    ABOUT = "about"


TARGET_LABELS: Mapping[Target, str] = MappingProxyType(
    {
        Target.NOTHING: N_("Not imported"),
        Target.GIVEN_NAME: N_("Given name"),
        Target.FAMILY_NAME: N_("Family name"),
        Target.FULL_NAME: N_("Whole name"),
        Target.SALUTATION: N_("Salutation"),
        Target.BIRTH: N_("Date of birth"),
        Target.PHONE: N_("Phone"),
        Target.MOBILE: N_("Mobile phone"),
        Target.EMAIL: N_("E-mail"),
        Target.CARE_OF: N_("Care of (c/o)"),
        Target.STREET: N_("Street, perhaps with number"),
        Target.HOUSE_NUMBER: N_("House number"),
        Target.FLOOR: N_("Floor"),
        Target.DOOR: N_("Door"),
        Target.POSTAL_CODE: N_("Postcode"),
        Target.CITY: N_("Town"),
        Target.TOWN_LINE: N_("Postcode and town together"),
        Target.COUNTRY: N_("Country"),
        Target.LANGUAGES: N_("Spoken languages"),
        Target.LETTER_LANGUAGE: N_("Language of letters"),
        Target.LIVES_ALONE: N_("Lives alone"),
        Target.ADDRESS_PROTECTED: N_("Address protected"),
        Target.HINT: N_("Prominent hint"),
        Target.ABOUT: N_("Notes on the card"),
    }
)
"""The words for each target, translated where they are shown, in the order offered."""

FILLED_FIELDS = tuple(
    target.value
    for target in Target
    if target not in {Target.NOTHING, Target.FULL_NAME, Target.TOWN_LINE}
)
"""The fields of a person's form that a row can fill."""
