"""Further phone numbers, mail addresses and postal addresses, each with a label and a validity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.clients.rules.addresses import Address, check_address, typed_address
from app.clients.rules.contact import check_email
from app.clients.rules.roles import check_span
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from uuid import UUID

MOST_FURTHER = 20
"""Further numbers or addresses on one card."""

TOO_MANY_FURTHER = N_("At most {most} of these fit on a card.")
NOT_OFFERED = N_("Please choose one of the entries offered.")
EMPTY_ADDRESS = N_("Please enter at least a street or a town, or take this address away.")


class ReachKind(StrEnum):
    """A way to reach somebody."""

    PHONE = "phone"
    EMAIL = "email"


KIND_LABELS = {ReachKind.PHONE: N_("Phone"), ReachKind.EMAIL: N_("E-mail")}
"""The words for each way, translated where they are shown."""

REACH_SUGGESTIONS = (
    N_("Daughter"), N_("Son"), N_("Neighbour"), N_("Work"), N_("Care service"), N_("Hospital"),
)  # fmt: skip
"""Labels that are offered while one is typed."""


class AddressLabel(StrEnum):
    """What a further address is for."""

    LETTERS = "letters"
    STAY = "stay"
    FORMER = "former"
    OTHER = "other"


ADDRESS_LABELS = {
    AddressLabel.LETTERS: N_("Letters go here"),
    AddressLabel.STAY: N_("Stays here, such as a hospital"),
    AddressLabel.FORMER: N_("Former address"),
    AddressLabel.OTHER: N_("Another address"),
}
"""The words for each use, translated where they are shown."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A further number or mail address, as typed."""

    id: UUID
    kind: str = ReachKind.PHONE
    label: str = ""
    value: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    def is_empty(self) -> bool:
        """Answer whether the row was begun and left empty: it is not kept."""
        return not (self.label + self.value + self.note).strip()


@dataclass(frozen=True, slots=True)
class FurtherAddress:
    """A further postal address, as typed."""

    id: UUID
    label: str = AddressLabel.LETTERS
    country: str = "DE"
    care_of: str = ""
    street: str = ""
    house_number: str = ""
    floor: str = ""
    door: str = ""
    postal_code: str = ""
    city: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def address(self) -> Address:
        """The address as it is stored; German addresses have no door."""
        return typed_address(self)

    def is_valid_on(self, day: date) -> bool:
        """Answer whether the address holds on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


def check_reaches(reaches: tuple[Reach, ...]) -> tuple[Problem, ...]:
    """Answer what is wrong; a problem's field is "reaches.2.value", rows counted from 0."""
    if len(reaches) > MOST_FURTHER:
        return (Problem(TOO_MANY_FURTHER, "reaches", {"most": MOST_FURTHER}),)
    return tuple(_within("reaches", enumerate(map(_check_reach, reaches))))


def check_addresses(addresses: tuple[FurtherAddress, ...]) -> tuple[Problem, ...]:
    """Answer what is wrong; a problem's field is "addresses.0.postal_code"."""
    if len(addresses) > MOST_FURTHER:
        return (Problem(TOO_MANY_FURTHER, "addresses", {"most": MOST_FURTHER}),)
    return tuple(_within("addresses", enumerate(map(_check_further, addresses))))


def _within(name: str, rows: Iterable[tuple[int, tuple[Problem, ...]]]) -> Iterator[Problem]:
    for at, problems in rows:
        for problem in problems:
            yield Problem(problem.message, f"{name}.{at}.{problem.field}", problem.values)


def _check_reach(reach: Reach) -> tuple[Problem, ...]:
    if reach.is_empty():
        return ()
    if reach.kind not in set(ReachKind):
        return (Problem(NOT_OFFERED, "kind"),)
    wrong = check_text(reach.value, "value", longest=NAME_LENGTH, required=True)
    if not wrong and reach.kind == ReachKind.EMAIL:
        wrong = check_email(reach.value, "value")
    return (
        *check_text(reach.label, "label", longest=NAME_LENGTH),
        *wrong,
        *check_text(reach.note, "note", longest=NAME_LENGTH),
        *check_span(reach.valid_from, reach.valid_until, "valid_until"),
    )


def _check_further(further: FurtherAddress) -> tuple[Problem, ...]:
    if further.label not in set(AddressLabel):
        return (Problem(NOT_OFFERED, "label"),)
    is_empty = not (further.street + further.city + further.care_of).strip()
    return (
        *((Problem(EMPTY_ADDRESS, "street"),) if is_empty else ()),
        *check_address(further.address),
        *check_text(further.note, "note", longest=NAME_LENGTH),
        *check_span(further.valid_from, further.valid_until, "valid_until"),
    )


def choose_letter_address(main: Address, further: Iterable[FurtherAddress], day: date) -> Address:
    """Answer where letters of a day go.

    First an address that letters go to, valid on the day (the newest of several); then a
    former one that still holds on the day, before the person moves; then the main address.
    """
    valid = [one for one in further if one.is_valid_on(day)]
    for label in (AddressLabel.LETTERS, AddressLabel.FORMER):
        found = [one for one in valid if one.label == label and _is_meant(one)]
        if found:
            return max(found, key=_begin).address
    return main


def _is_meant(one: FurtherAddress) -> bool:
    """A former address without a last day has ended, whenever that was."""
    return one.label != AddressLabel.FORMER or one.valid_until is not None


def _begin(one: FurtherAddress) -> str:
    return one.valid_from.isoformat() if one.valid_from else ""
