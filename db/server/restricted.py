"""Who is known to few, kept ready: policies ask it for each mention of a table."""

from __future__ import annotations

from db.server.identity import function
from db.server.names import BACKUP, GUARD

_TABLE = f"""
CREATE TABLE IF NOT EXISTS sec.restricted (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), people jsonb NOT NULL);
ALTER TABLE sec.restricted ALTER people SET STORAGE EXTERNAL;
ALTER TABLE sec.restricted OWNER TO {GUARD};
REVOKE ALL ON sec.restricted FROM PUBLIC;
GRANT SELECT ON sec.restricted TO {BACKUP};
COMMENT ON TABLE sec.restricted IS
    'The keys of all people of whom not everybody may know; each is a key of one object.';
"""
_KEEP = """
BEGIN
IF TG_OP <> 'INSERT' AND OLD.is_restricted THEN
    UPDATE sec.restricted SET people = people - OLD.id::text;
END IF;
IF TG_OP <> 'DELETE' AND NEW.is_restricted THEN
    UPDATE sec.restricted SET people = people || jsonb_build_object(NEW.id::text, 1);
END IF;
RETURN NULL; END"""
"""Each change waits for the one before and adds to what that has left: none is lost."""
_WHEN = {
    "insert": "NEW.is_restricted",
    "delete": "OLD.is_restricted",
    "update": (
        "(OLD.is_restricted OR NEW.is_restricted)"
        " AND (OLD.is_restricted, OLD.id) IS DISTINCT FROM (NEW.is_restricted, NEW.id)"
    ),
}
_COUNTED = """
LOCK TABLE public.person IN SHARE MODE;
INSERT INTO sec.restricted (people) SELECT coalesce(jsonb_object_agg(p.id::text, 1), '{}')
    FROM public.person p WHERE p.is_restricted
    ON CONFLICT (one) DO UPDATE SET people = excluded.people;
"""


def restricted_script() -> str:
    """Answer the SQL that keeps them, also while data are brought in, and counts them anew."""
    parts = [_TABLE, function("sec.keep_restricted()", "trigger", _KEEP)]
    for verb, when in _WHEN.items():
        name = f"keep_restricted_{verb}"
        parts += [
            (
                f"CREATE OR REPLACE TRIGGER {name} AFTER {verb.upper()} ON public.person"
                f" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION sec.keep_restricted();"
            ),
            f"ALTER TABLE public.person ENABLE ALWAYS TRIGGER {name};",
        ]
    return "\n".join((*parts, _COUNTED))
