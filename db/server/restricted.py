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
CREATE TABLE IF NOT EXISTS sec.restricted_note (
    note_id uuid NOT NULL, person_id uuid NOT NULL, PRIMARY KEY (note_id, person_id));
CREATE INDEX IF NOT EXISTS ix_restricted_note_person ON sec.restricted_note (person_id);
ALTER TABLE sec.restricted_note OWNER TO {GUARD};
REVOKE ALL ON sec.restricted_note FROM PUBLIC;
GRANT SELECT ON sec.restricted_note TO {BACKUP};
COMMENT ON TABLE sec.restricted_note IS 'Notes that are also about one of them.';
"""
_KEEP = """
BEGIN
IF TG_OP <> 'INSERT' AND OLD.is_restricted THEN
    UPDATE sec.restricted SET people = people - OLD.id::text;
    LOCK TABLE sec.restricted_note IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM sec.restricted_note n WHERE n.person_id = OLD.id;
END IF;
IF TG_OP <> 'DELETE' AND NEW.is_restricted THEN
    UPDATE sec.restricted SET people = people || jsonb_build_object(NEW.id::text, 1);
    LOCK TABLE sec.restricted_note IN SHARE ROW EXCLUSIVE MODE;
    INSERT INTO sec.restricted_note SELECT n.note_id, n.person_id FROM public.note_person n
        WHERE n.person_id = NEW.id ON CONFLICT DO NOTHING;
END IF;
RETURN NULL; END"""
"""Each change waits for the one before and adds to what that has left: none is lost.

It waits as well for those who write a note about several, and they for it.
"""
_KEEP_NOTES = """
BEGIN
LOCK TABLE sec.restricted_note IN ROW EXCLUSIVE MODE;
{0}
RETURN NULL; END"""
_ADD_NOTES = """INSERT INTO sec.restricted_note SELECT c.note_id, c.person_id
    FROM changed c JOIN public.person p ON p.id = c.person_id
    WHERE p.is_restricted ON CONFLICT DO NOTHING;"""
_DROP_NOTES = """DELETE FROM sec.restricted_note n USING gone c
    WHERE n.note_id = c.note_id AND n.person_id = c.person_id;"""
_OF_NOTES = {
    "insert": ("NEW TABLE AS changed", _ADD_NOTES),
    "delete": ("OLD TABLE AS gone", _DROP_NOTES),
    "update": ("OLD TABLE AS gone NEW TABLE AS changed", f"{_DROP_NOTES} {_ADD_NOTES}"),
}
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
LOCK TABLE public.note_person IN SHARE MODE;
DELETE FROM sec.restricted_note;
INSERT INTO sec.restricted_note SELECT n.note_id, n.person_id
    FROM public.note_person n JOIN public.person p ON p.id = n.person_id WHERE p.is_restricted;
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
    for verb, (rows, body) in _OF_NOTES.items():
        name = f"keep_restricted_{verb}"
        parts += [
            function(f"sec.keep_restricted_notes_{verb}()", "trigger", _KEEP_NOTES.format(body)),
            (
                f"CREATE OR REPLACE TRIGGER {name} AFTER {verb.upper()} ON public.note_person"
                f" REFERENCING {rows} FOR EACH STATEMENT"
                f" EXECUTE FUNCTION sec.keep_restricted_notes_{verb}();"
            ),
            f"ALTER TABLE public.note_person ENABLE ALWAYS TRIGGER {name};",
        ]
    return "\n".join((*parts, _COUNTED))


def kept_wrongly() -> str:
    """Answer the SQL of people about whom these tables say something else than their cards."""
    told = (
        "SELECT n.note_id, n.person_id FROM public.note_person n"
        " JOIN public.person p ON p.id = n.person_id WHERE p.is_restricted"
    )
    kept = "SELECT n.note_id, n.person_id FROM sec.restricted_note n"
    return (
        "SELECT p.id FROM public.person p CROSS JOIN"
        " (SELECT coalesce((SELECT r.people FROM sec.restricted r), '{}') AS people) k"
        " WHERE p.is_restricted <> (k.people ? p.id::text)"
        " UNION SELECT w.person_id"
        f" FROM (({told} EXCEPT {kept}) UNION ALL ({kept} EXCEPT {told})) w"
        " LIMIT 20"
    )
