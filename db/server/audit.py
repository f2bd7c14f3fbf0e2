"""The audit: what was done to which row, written by the database and sealed as a chain.

Each changed row is a line; lines are only ever added. At the end of a transaction its lines are
sealed: the hash of a seal covers them and the seal before. Whoever finds the end of the chain
taken does not wait: a later seal takes their lines along, so that nobody can hold up the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from app.access.rules import Role
from db.server.identity import function
from db.server.names import AUDIT, BACKUP, GUARD, USER, group

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_TABLES = f"""
CREATE SEQUENCE IF NOT EXISTS sec.audit_number;
CREATE TABLE IF NOT EXISTS sec.audit (
    n bigint PRIMARY KEY DEFAULT nextval('sec.audit_number'),
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    who text NOT NULL, login text NOT NULL DEFAULT session_user,
    table_name text NOT NULL, verb text NOT NULL, key text, version integer,
    columns text[], said text);
CREATE INDEX IF NOT EXISTS ix_audit_xid ON sec.audit (xid, n);
CREATE INDEX IF NOT EXISTS ix_audit_at ON sec.audit (at);
CREATE INDEX IF NOT EXISTS ix_audit_key ON sec.audit (key);
CREATE TABLE IF NOT EXISTS sec.audit_open (xid xid8 PRIMARY KEY, first_n bigint NOT NULL);
CREATE TABLE IF NOT EXISTS sec.audit_seal (
    n bigint PRIMARY KEY, xid xid8 NOT NULL, first_n bigint NOT NULL, last_n bigint NOT NULL,
    lines bigint NOT NULL, hash bytea NOT NULL);
CREATE TABLE IF NOT EXISTS sec.audit_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), n bigint NOT NULL, hash bytea NOT NULL);
INSERT INTO sec.audit_head (n, hash) VALUES (0, '') ON CONFLICT DO NOTHING;
ALTER SEQUENCE sec.audit_number OWNER TO {AUDIT};
"""
_OWN = ("audit", "audit_open", "audit_seal", "audit_head")

_KEPT = """
CREATE OR REPLACE FUNCTION sec.is_kept() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $body$
BEGIN RAISE insufficient_privilege USING MESSAGE = 'the audit is only ever added to'; END $body$;
ALTER FUNCTION sec.is_kept() OWNER TO nahbar_audit;
"""

_LINES = "SET timezone = 'UTC' SET datestyle = 'ISO'"
_DIGEST = """
DECLARE made bytea := ''; line record; BEGIN lines := 0;
FOR line IN SELECT a FROM sec.audit a WHERE a.xid = of AND a.n BETWEEN first_n AND last_n
    ORDER BY a.n LOOP
    made := sha256(made || convert_to(line.a::text, 'UTF8')); lines := lines + 1;
END LOOP; digest := made; END"""

_SEAL = """
DECLARE head sec.audit_head; one sec.audit_open; last bigint; sealed record; count bigint := 0;
BEGIN
SELECT * INTO head FROM sec.audit_head FOR UPDATE SKIP LOCKED;
IF NOT FOUND THEN RETURN 0; END IF;
FOR one IN DELETE FROM sec.audit_open RETURNING * LOOP
    SELECT max(a.n) INTO last FROM sec.audit a WHERE a.xid = one.xid AND a.n >= one.first_n;
    SELECT * INTO sealed FROM sec.digest(one.xid, one.first_n, last);
    head.n := head.n + 1;
    head.hash := sha256(head.hash || sealed.digest
        || convert_to(concat_ws(':', head.n, one.xid, one.first_n, last, sealed.lines), 'UTF8'));
    INSERT INTO sec.audit_seal (n, xid, first_n, last_n, lines, hash)
        VALUES (head.n, one.xid, one.first_n, last, sealed.lines, head.hash);
    count := count + 1;
END LOOP;
UPDATE sec.audit_head SET n = head.n, hash = head.hash;
RETURN count; END"""

_CHECK = """
DECLARE one sec.audit_seal; made bytea := ''; sealed record; head sec.audit_head;
BEGIN
PERFORM sec.need(ARRAY['administrator', 'dpo']);
PERFORM sec.seal();
seals := 0; lines := 0; broken := NULL;
FOR one IN SELECT * FROM sec.audit_seal s ORDER BY s.n LOOP
    SELECT * INTO sealed FROM sec.digest(one.xid, one.first_n, one.last_n);
    made := sha256(made || sealed.digest || convert_to(
        concat_ws(':', seals + 1, one.xid, one.first_n, one.last_n, sealed.lines), 'UTF8'));
    IF made <> one.hash OR one.n <> seals + 1 THEN broken := one.n; EXIT; END IF;
    seals := seals + 1; lines := lines + sealed.lines;
END LOOP;
SELECT * INTO head FROM sec.audit_head;
IF broken IS NULL AND (head.hash <> made OR head.n <> seals) THEN broken := seals + 1; END IF;
SELECT count(*) INTO unsealed FROM sec.audit a WHERE NOT EXISTS (SELECT FROM sec.audit_seal s
    WHERE s.xid = a.xid AND a.n BETWEEN s.first_n AND s.last_n)
    AND NOT EXISTS (SELECT FROM sec.audit_open o WHERE o.xid = a.xid AND a.n >= o.first_n);
end_hash := encode(made, 'hex'); END"""

_FIND = """
BEGIN
PERFORM sec.need(ARRAY['administrator', 'dpo']);
IF given !~ '^[0-9a-f]{16,64}$' THEN RETURN; END IF;
SELECT s.n, (SELECT max(a.at) FROM sec.audit a
    WHERE a.xid = s.xid AND a.n BETWEEN s.first_n AND s.last_n)
    INTO seal, sealed_at FROM sec.audit_seal s
    WHERE left(encode(s.hash, 'hex'), length(given)) = given ORDER BY s.n LIMIT 1; END"""

_MET = text("SELECT seal, sealed_at FROM sec.find_end(:given)")
_STATE = text("SELECT seals, lines, broken, unsealed, end_hash FROM sec.check_chain()")


@dataclass(frozen=True, slots=True)
class ChainState:
    """What a walk along the audit chain found."""

    seals: int
    lines: int
    broken: int | None
    """The number of the first seal that does not fit; None where all do."""
    unsealed: int
    """Lines that no seal covers although their transaction ended: somebody added them."""
    end_hash: str
    """The hash of the last seal as hexadecimal digits: printed, it anchors the chain outside."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was changed, removed or added."""
        return self.broken is None and not self.unsealed


def check_chain(connection: Connection) -> ChainState:
    """Walk along the whole chain, for an administrator or data protection officer."""
    return ChainState(*connection.execute(_STATE).one())


def seal_of(connection: Connection, end: str) -> tuple[int, datetime] | None:
    """Answer the seal at which the chain had an end, given by its first digits, and its time."""
    row = connection.execute(_MET, {"given": end}).one()
    return None if row.seal is None else (row.seal, row.sealed_at)


def audit_script() -> str:
    """Answer the SQL of the chain's tables and functions."""
    parts = [_TABLES, _KEPT]
    for name in _OWN:
        parts += [
            f"ALTER TABLE sec.{name} OWNER TO {AUDIT};",
            f"REVOKE ALL ON sec.{name} FROM PUBLIC;",
            f"GRANT SELECT ON sec.{name} TO {BACKUP};",
        ]
    parts += [
        f"CREATE OR REPLACE TRIGGER is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON sec.{name}"
        " FOR EACH STATEMENT EXECUTE FUNCTION sec.is_kept();"
        for name in ("audit", "audit_seal")
    ]
    parts += [function(*told) for told in _FUNCTIONS]
    return "\n".join([*parts, _SEALED, _READ])


_CHECK_NAME = (
    "sec.check_chain(OUT seals bigint, OUT lines bigint, OUT broken bigint, OUT unsealed bigint,"
    " OUT end_hash text)"
)
_FIND_NAME = "sec.find_end(given text, OUT seal bigint, OUT sealed_at timestamptz)"
_FUNCTIONS = (
    (
        "sec.digest(of xid8, first_n bigint, last_n bigint, OUT digest bytea, OUT lines bigint)",
        "record", _DIGEST, AUDIT, _LINES,
    ),
    ("sec.seal()", "bigint", _SEAL, AUDIT),
    ("sec.seal_at_end()", "trigger", "BEGIN PERFORM sec.seal(); RETURN NULL; END", AUDIT),
    (_CHECK_NAME, "record", _CHECK, AUDIT),
    (_FIND_NAME, "record", _FIND, AUDIT),
)  # fmt: skip
_SEALED = f"""
DROP TRIGGER IF EXISTS seal_at_end ON sec.audit_open;
CREATE CONSTRAINT TRIGGER seal_at_end AFTER INSERT ON sec.audit_open
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sec.seal_at_end();
GRANT EXECUTE ON FUNCTION sec.check_chain(), sec.find_end(text) TO {USER};
GRANT EXECUTE ON FUNCTION sec.seal() TO {GUARD};
"""
_READERS = f"{group(Role.ADMINISTRATOR)}, {group(Role.DPO)}"
_READ = f"""
GRANT SELECT ON sec.audit TO {_READERS};
ALTER TABLE sec.audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE sec.audit FORCE ROW LEVEL SECURITY;
SELECT sec.drop_policies('sec.audit');
CREATE POLICY audit_all ON sec.audit TO {AUDIT} USING (true) WITH CHECK (true);
CREATE POLICY select_all ON sec.audit FOR SELECT TO {_READERS}
    USING ((SELECT sec.role()) IN ('administrator', 'dpo'));
"""
