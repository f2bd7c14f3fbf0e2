"""What one person is to another: kin, neighbour, guardian, key holder, and so on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.clients.rules import check_email, check_span
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

LAST_IN_EMERGENCY = 99
"""Nobody is called as the hundredth."""

NOT_OFFERED = N_("Please choose one of the entries offered.")
NOBODY = N_("Please choose a person, or type the name of somebody new.")
ONESELF = N_("A person cannot stand to herself or himself. Please choose somebody else.")
EMERGENCY_RANGE = N_("The place in the order is a number from 1 to {most}.")


class RelationKind(StrEnum):
    """What the other person is to this one."""

    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDCHILD = "grandchild"
    GRANDPARENT = "grandparent"
    NIECE_NEPHEW = "niece_nephew"
    AUNT_UNCLE = "aunt_uncle"
    IN_LAW = "in_law"
    KIN = "kin"
    NEIGHBOUR = "neighbour"
    FRIEND = "friend"
    GUARDIAN = "guardian"
    ATTORNEY = "attorney"
    KEY_HOLDER = "key_holder"
    CARER = "carer"
    DOCTOR = "doctor"
    REFERRER = "referrer"
    OTHER = "other"


RELATION_LABELS = {
    RelationKind.PARTNER: N_("Partner"),
    RelationKind.CHILD: N_("Daughter or son"),
    RelationKind.PARENT: N_("Mother or father"),
    RelationKind.SIBLING: N_("Sister or brother"),
    RelationKind.GRANDCHILD: N_("Grandchild"),
    RelationKind.GRANDPARENT: N_("Grandparent"),
    RelationKind.NIECE_NEPHEW: N_("Niece or nephew"),
    RelationKind.AUNT_UNCLE: N_("Aunt or uncle"),
    RelationKind.IN_LAW: N_("In-law"),
    RelationKind.KIN: N_("Another relative"),
    RelationKind.NEIGHBOUR: N_("Neighbour"),
    RelationKind.FRIEND: N_("Friend"),
    RelationKind.GUARDIAN: N_("Legal guardian"),
    RelationKind.ATTORNEY: N_("Holder of a power of attorney"),
    RelationKind.KEY_HOLDER: N_("Key holder"),
    RelationKind.CARER: N_("Carer"),
    RelationKind.DOCTOR: N_("Doctor"),
    RelationKind.REFERRER: N_("Referred the person"),
    RelationKind.OTHER: N_("Other"),
}
"""What the other is, translated where it is shown. Guardian: rechtliche Betreuung (§ 1814 BGB),
værge (værgemålsloven § 5); power of attorney: Vorsorgevollmacht (§ 1820 BGB), fremtidsfuldmagt."""

INVERSE_LABELS = {
    RelationKind.PARTNER: N_("Partner"),
    RelationKind.CHILD: N_("Mother or father"),
    RelationKind.PARENT: N_("Daughter or son"),
    RelationKind.SIBLING: N_("Sister or brother"),
    RelationKind.GRANDCHILD: N_("Grandparent"),
    RelationKind.GRANDPARENT: N_("Grandchild"),
    RelationKind.NIECE_NEPHEW: N_("Aunt or uncle"),
    RelationKind.AUNT_UNCLE: N_("Niece or nephew"),
    RelationKind.IN_LAW: N_("In-law"),
    RelationKind.KIN: N_("Another relative"),
    RelationKind.NEIGHBOUR: N_("Neighbour"),
    RelationKind.FRIEND: N_("Friend"),
    RelationKind.GUARDIAN: N_("Is under this person's guardianship"),
    RelationKind.ATTORNEY: N_("Gave this person power of attorney"),
    RelationKind.KEY_HOLDER: N_("This person holds the key"),
    RelationKind.CARER: N_("Is cared for by this person"),
    RelationKind.DOCTOR: N_("Patient"),
    RelationKind.REFERRER: N_("Was referred by this person"),
    RelationKind.OTHER: N_("Other"),
}
"""What the first person is, seen from the other's card."""


@dataclass(frozen=True, slots=True)
class RelationDetails:
    """The form of a relation; without `other_id` a new contact person is made of the name."""

    other_id: UUID | None = None
    given_name: str = ""
    family_name: str = ""
    phone: str = ""
    email: str = ""
    kind: str = RelationKind.KIN
    detail: str = ""
    has_key: bool = False
    in_emergency: str = ""
    """As typed: the place in the order of whom to call, from 1; "" is not called."""
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def place_in_emergency(self) -> int | None:
        """The place in the order; only of a checked form."""
        return int(self.in_emergency) if self.in_emergency.strip() else None

    @property
    def is_somebody_new(self) -> bool:
        """Whether a person is made of the name."""
        return self.other_id is None


def check_relation(details: RelationDetails, person_id: UUID) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a relation of a person."""
    problems = [*_check_other(details, person_id)]
    if details.kind not in set(RelationKind):
        problems.append(Problem(NOT_OFFERED, "kind"))
    problems += check_text(details.detail, "detail", longest=NAME_LENGTH)
    problems += _check_place(details.in_emergency)
    problems += check_span(details.valid_from, details.valid_until, "valid_until")
    return tuple(problems)


def _check_other(details: RelationDetails, person_id: UUID) -> tuple[Problem, ...]:
    if details.other_id == person_id:
        return (Problem(ONESELF, "other_id"),)
    if not details.is_somebody_new:
        return ()
    if is_blank(details.given_name + details.family_name):
        return (Problem(NOBODY, "other_id"),)
    return (
        *check_text(details.given_name, "given_name", longest=NAME_LENGTH),
        *check_text(details.family_name, "family_name", longest=NAME_LENGTH),
        *check_text(details.phone, "phone", longest=NAME_LENGTH),
        *check_email(details.email, "email"),
    )


def _check_place(typed: str) -> tuple[Problem, ...]:
    text = typed.strip()
    is_place = text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= LAST_IN_EMERGENCY
    if not text or is_place:
        return ()
    return (Problem(EMERGENCY_RANGE, "in_emergency", {"most": LAST_IN_EMERGENCY}),)
