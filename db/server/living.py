"""What a desk must be told after its link had ended: whether its last act was saved."""

from __future__ import annotations

from db.server.identity import function
from db.server.names import USER

_NAME = "sec.was_done(line uuid)"
_BODY = (
    "BEGIN RETURN EXISTS (SELECT FROM public.audit_line a"
    " WHERE a.id = line AND a.who = public.nahbar_me()); END"
)


def living_script() -> str:
    """Answer the SQL of the function; it answers everyone, and about their own acts alone."""
    return function(_NAME, "boolean", _BODY) + f"\nGRANT EXECUTE ON FUNCTION {_NAME} TO {USER};"
