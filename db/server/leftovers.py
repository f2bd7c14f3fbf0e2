"""Takes away what an earlier version of the program installed and this one no longer does."""

from __future__ import annotations

from db.server.names import INSIDE, SCHEMA

_OURS = f"('{SCHEMA}'::regnamespace, '{INSIDE}'::regnamespace)"
_RENEWED = "age({}.xmin) <= 0"
"""Whether a row of the catalogue was written by this very transaction."""


def leftovers_script() -> str:
    """Answer the SQL that ends an installation: triggers and functions it did not renew go.

    They would go on guarding by rules that are not in force any more, with the rights of their
    owner. A function that something else stands on, such as a view of an administrator, is left.
    """
    return f"""
DO $do$ DECLARE one record; BEGIN
FOR one IN SELECT t.tgname AS name, t.tgrelid::regclass AS of FROM pg_trigger t
    JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE p.pronamespace IN {_OURS} AND NOT t.tgisinternal AND NOT {_RENEWED.format("t")} LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', one.name, one.of);
END LOOP;
FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace IN {_OURS} AND NOT {_RENEWED.format("p")}
    AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid) LOOP
    EXECUTE format('DROP ROUTINE %s', one.name);
END LOOP; END $do$;
"""
