"""Keeping the work of PSP members apart: what a table of theirs gets besides its policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.rules import Role
from db.server.names import USER, quoted
from db.server.watching import watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

PSP_ROLES = (Role.PSP_MEMBER,)
"""Who may see such a table at all, whatever else a policy would let through."""


def keep_apart(table: Table) -> Iterator[str]:
    """Answer the SQL that closes a table to all but PSP members, and audits it without contents.

    The policy is restrictive: it narrows every other one, those that are added later among them.
    """
    is_psp = f"(SELECT sec.role()) IN ({quoted(role.value for role in PSP_ROLES)})"
    yield f"DROP POLICY IF EXISTS psp_apart ON public.{table.name};"
    yield (
        f"CREATE POLICY psp_apart ON public.{table.name} AS RESTRICTIVE TO {USER}"
        f" USING ({is_psp}) WITH CHECK ({is_psp});"
    )
    yield from watch(table, is_psp=True)
    # `install` has closed all functions before; this one may come after it.
    yield f"REVOKE ALL ON FUNCTION sec.watch_{table.name}() FROM PUBLIC;"
