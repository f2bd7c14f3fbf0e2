"""Reasons are short statements of what agrees; what differs is not one."""

from __future__ import annotations

from app.clients.duplicates.addresses import AddressLevel
from app.clients.duplicates.births import BirthLevel
from app.clients.duplicates.comparing import Comparison
from app.clients.duplicates.names import NameLevel
from app.clients.duplicates.reasons import reasons


def test_each_field_that_agrees_is_named_once() -> None:
    given, family = NameLevel.DIFFERENT, NameLevel.SAME
    found = Comparison(
        0.9, given, family, swapped=False, birth=BirthLevel.SAME, address=AddressLevel.OTHER
    )

    assert reasons(found) == ("same family name", "same birth date")


def test_swapped_names_are_said_instead_of_the_names() -> None:
    given, family = NameLevel.SIMILAR, NameLevel.SHORT
    found = Comparison(
        0.9, given, family, swapped=True, birth=BirthLevel.MISSING, address=AddressLevel.SAME
    )

    assert reasons(found) == ("names swapped", "same address")
