"""The table of rights: which role may do what."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Role(StrEnum):
    """What a colleague is in the office."""

    VOLUNTEER = "volunteer"
    COORDINATOR = "coordinator"
    CASEWORKER = "caseworker"
    PSP_MEMBER = "psp_member"
    ADMINISTRATOR = "administrator"
    DPO = "dpo"
    """Data protection officer."""


ROLE_LABELS: Mapping[Role, str] = MappingProxyType(
    {
        Role.VOLUNTEER: N_("Volunteer"),
        Role.COORDINATOR: N_("Coordinator"),
        Role.CASEWORKER: N_("Caseworker"),
        Role.PSP_MEMBER: N_("PSP member"),
        Role.ADMINISTRATOR: N_("Administrator"),
        Role.DPO: N_("Data protection officer"),
    }
)


class Right(StrEnum):
    """Something that not everyone may do."""

    EXPORT = "export"
    """Take a list out of the program."""
    TAKE_ALONG = "take_along"
    """Pack what the tour of a day needs into a suitcase, encrypted; each one is on the log."""
    IMPORT = "import"
    OVERRIDE_CONSENT = "override_consent"
    """Pass data on without consent, with a reason that is logged."""
    RESTRICT = "restrict"
    """Hide a person from everyone who is not named, and name those who are."""
    READ_RESTRICTED = "read_restricted"
    """Read notes that are not for the whole team."""
    LINK_PEOPLE = "link_people"
    """Say that two cards are one human being, and take it back."""
    HAND_OVER = "hand_over"
    """Give the work of one colleague to another."""
    PRIVACY = "privacy"
    """Answer what is held on a person, and see who looked at whom."""
    DELETE = "delete"
    """Delete or make anonymous what the rules of keeping let go."""
    MANAGE_MEMBERS = "manage_members"


RIGHT_LABELS: Mapping[Right, str] = MappingProxyType(
    {
        Right.EXPORT: N_("Export lists"),
        Right.TAKE_ALONG: N_("Pack suitcases for tours"),
        Right.IMPORT: N_("Import people"),
        Right.OVERRIDE_CONSENT: N_("Pass data on without consent"),
        Right.RESTRICT: N_("Restrict who may know of a person"),
        Right.READ_RESTRICTED: N_("Read restricted notes"),
        Right.LINK_PEOPLE: N_("Link duplicate cards"),
        Right.HAND_OVER: N_("Hand work over"),
        Right.PRIVACY: N_("Answer requests about personal data"),
        Right.DELETE: N_("Delete what may go"),
        Right.MANAGE_MEMBERS: N_("Manage colleagues"),
    }
)

_CASEWORK = frozenset({Role.COORDINATOR, Role.CASEWORKER, Role.PSP_MEMBER})
_ADMIN = frozenset({Role.ADMINISTRATOR})

RIGHTS: Mapping[Right, frozenset[Role]] = MappingProxyType(
    {
        Right.EXPORT: _ADMIN | {Role.COORDINATOR, Role.DPO},
        Right.TAKE_ALONG: _ADMIN | _CASEWORK,
        Right.IMPORT: _ADMIN | {Role.COORDINATOR},
        Right.OVERRIDE_CONSENT: _ADMIN | {Role.CASEWORKER},
        Right.RESTRICT: _ADMIN | _CASEWORK,
        Right.READ_RESTRICTED: _ADMIN | _CASEWORK,
        Right.LINK_PEOPLE: _ADMIN | _CASEWORK,
        Right.HAND_OVER: _ADMIN | {Role.COORDINATOR},
        Right.PRIVACY: _ADMIN | {Role.DPO},
        Right.DELETE: _ADMIN | {Role.DPO},
        Right.MANAGE_MEMBERS: _ADMIN,
    }
)
"""Who has which right; an office without any colleagues on its list trusts everyone with all."""

NO_RIGHT = N_("Your role does not allow this: {right}. Ask an administrator of the office.")
"""`right` is a problem of its own: the label of the right, translated with the sentence."""


def has(role: Role | None, right: Right) -> bool:
    """Answer whether a colleague with this role has a right; None is not on the list."""
    return role in RIGHTS[right]
