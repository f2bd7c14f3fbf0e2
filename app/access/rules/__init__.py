"""Roles, rights, and what each role may do with each table."""

from app.access.rules.members import MemberDetails, check_member
from app.access.rules.restriction import Named, Restriction, check_restriction
from app.access.rules.rights import (
    NO_RIGHT,
    RIGHT_LABELS,
    RIGHTS,
    ROLE_LABELS,
    Right,
    Role,
    has,
)
from app.access.rules.tables import TABLE_RIGHTS, Reads, TableRights, Verb, may_write

__all__ = [
    "NO_RIGHT",
    "RIGHTS",
    "RIGHT_LABELS",
    "ROLE_LABELS",
    "TABLE_RIGHTS",
    "MemberDetails",
    "Named",
    "Reads",
    "Restriction",
    "Right",
    "Role",
    "TableRights",
    "Verb",
    "check_member",
    "check_restriction",
    "has",
    "may_write",
]
