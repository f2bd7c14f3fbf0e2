"""Break-glass: access to a restricted person for an hour, with a reason that everyone can see."""

from __future__ import annotations

from app.access.rules import RIGHTS, Right, Role
from app.access.rules.breaking_glass import GLASS_HOURS, SHORTEST_REASON
from db.server.identity import function
from db.server.names import groups, quoted

_MAY = [role for role in Role if role in RIGHTS[Right.RESTRICT]]
_NAME = "sec.break_glass(of uuid, reason text)"
_BODY = f"""
DECLARE key uuid := gen_random_uuid(); BEGIN
PERFORM sec.need(ARRAY[{quoted(role.value for role in _MAY)}]);
IF length(btrim(reason)) < {SHORTEST_REASON} THEN
    RAISE check_violation USING MESSAGE = 'the reason is too short'; END IF;
INSERT INTO public.person_access
    (id, version, person_id, who, valid_from, valid_until, reason, granted_by)
SELECT CASE WHEN p.id = of THEN key ELSE gen_random_uuid() END, 1, p.id, public.nahbar_me(),
    public.nahbar_now(), public.nahbar_now() + interval '{GLASS_HOURS} hours', btrim(reason),
    public.nahbar_me()
FROM public.person p, public.person o WHERE o.id = of AND p.is_restricted
    AND coalesce(p.linked_to, p.id) = coalesce(o.linked_to, o.id);
IF NOT FOUND THEN RETURN NULL; END IF; RETURN key; END"""


def breaking_glass_script() -> str:
    """Answer the SQL of the function, which all may call who may restrict people."""
    return (
        function(_NAME, "uuid", _BODY) + f"\nGRANT EXECUTE ON FUNCTION {_NAME} TO {groups(_MAY)};"
    )
