"""Roles, rights, and what each role may do with each table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
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
else:
    __getattr__ = late_names(
        __name__,
        {
            "members": ("MemberDetails", "check_member"),
            "restriction": ("Named", "Restriction", "check_restriction"),
            "rights": ("NO_RIGHT", "RIGHT_LABELS", "RIGHTS", "ROLE_LABELS", "Right", "Role", "has"),
            "tables": ("TABLE_RIGHTS", "Reads", "TableRights", "Verb", "may_write"),
        },
    )

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
