"""Names on the server: groups of logins, the schema of what guards, and lists of names in SQL.

Two offices on one server share the groups, which carry no data of either: a login belongs to
one office alone, may connect to its database alone, and is looked up in its list of colleagues.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.rules import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

OWNER = "nahbar_owner"
"""Owns the schema and its tables; nobody logs in as it."""
GUARD = "nahbar_guard"
"""Owns the functions that must see past the policies."""
AUDIT = "nahbar_audit"
"""Owns the audit chain."""
USER = "nahbar_user"
"""The group that all logins are in."""
BACKUP = "nahbar_backup"
"""Reads everything for `pg_dump`, and nothing else."""
SCHEMA = "sec"
"""What guards the office and may be called; `public` holds its tables."""
INSIDE = "sec_inside"
"""What only policies call: nobody may name what is in it, so nobody can ask who is hidden."""

SAFE_PATH = "SET search_path = pg_catalog, pg_temp"
"""Stands at every function that runs with the rights of its owner."""


def group(role: Role) -> str:
    """Answer the group role of a role of the program."""
    return f"nahbar_{role.value}"


def groups(roles: Iterable[Role]) -> str:
    """Answer group roles as a list in SQL, in the order of the roles."""
    wanted = frozenset(roles)
    return ", ".join(group(role) for role in Role if role in wanted)


def quoted(words: Iterable[str]) -> str:
    """Answer texts as a list of literals in SQL."""
    return ", ".join("'" + word.replace("'", "''") + "'" for word in words)
