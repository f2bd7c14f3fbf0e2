"""Whether the server still guards the office as it was installed: questions to its catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from app.errors import N_
from db.schema import schema_of
from db.server import restricted, visiting
from db.server.names import USER
from db.tables import SCHEMA_HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

OLDEST = {15: 14, 16: 10, 17: 6}
"""The oldest minor version of each major one that may be used; newer majors all may."""

_OURS = "c.relnamespace IN ('public'::regnamespace, 'sec'::regnamespace)"
_SCHEMAS = "('public'::regnamespace, 'sec'::regnamespace, 'sec_inside'::regnamespace)"
_QUESTIONS = (
    (
        N_("Rows of this table are not guarded by row level security: {what}"),
        (
            "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p')"
            " AND c.relnamespace = 'public'::regnamespace"
            " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
        ),
    ),
    (
        N_("This view shows rows with the rights of its owner: {what}"),
        (
            f"SELECT c.relname FROM pg_class c WHERE c.relkind = 'v' AND {_OURS}"
            " AND NOT coalesce(c.reloptions::text, '') ~* 'security_invoker=(true|on|1)'"
        ),
    ),
    (
        N_("A materialised view keeps rows outside all policies: {what}"),
        f"SELECT c.relname FROM pg_class c WHERE c.relkind = 'm' AND {_OURS}",
    ),
    (
        N_("This function has the rights of its owner, but looks for names anywhere: {what}"),
        (
            "SELECT p.oid::regprocedure::text FROM pg_proc p"
            " WHERE p.prosecdef AND p.pronamespace IN"
            f" {_SCHEMAS} AND NOT EXISTS"
            " (SELECT FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=pg_catalog%')"
        ),
    ),
    (
        N_("Everyone may call this function: {what}"),
        (
            "SELECT p.oid::regprocedure::text FROM pg_proc p, aclexplode(coalesce(p.proacl,"
            " acldefault('f', p.proowner))) a WHERE a.grantee = 0 AND p.pronamespace IN"
            f" {_SCHEMAS}"
        ),
    ),
    (
        N_("Everyone has rights on this table: {what}"),
        f"SELECT c.relname FROM pg_class c, aclexplode(c.relacl) a WHERE a.grantee = 0 AND {_OURS}",
    ),
    (
        N_("Everyone may connect to, or make temporary tables in, this database: {what}"),
        (
            "SELECT d.datname FROM pg_database d, aclexplode(coalesce(d.datacl,"
            " acldefault('d', d.datdba))) a WHERE a.grantee = 0 AND d.datname = current_database()"
        ),
    ),
    (
        N_("This login sees past the policies: {what}"),
        (
            "SELECT r.rolname FROM pg_roles r WHERE r.rolcanlogin AND r.rolbypassrls"
            f" AND NOT r.rolsuper AND pg_has_role(r.oid, '{USER}', 'MEMBER')"
        ),
    ),
    (
        N_("This login is not on the list of colleagues, or has another role there: {what}"),
        (
            "SELECT r.rolname FROM pg_auth_members a JOIN pg_roles r ON r.oid = a.member"
            " JOIN pg_roles g ON g.oid = a.roleid WHERE g.rolname LIKE 'nahbar\\_%'"
            f" AND g.rolname <> '{USER}' AND r.rolcanlogin AND NOT r.rolsuper"
            " AND has_database_privilege(r.oid, current_database(), 'CONNECT')"
            " AND NOT EXISTS (SELECT FROM public.member m WHERE m.login = r.rolname AND m.is_active"
            " AND 'nahbar_' || m.role = g.rolname)"
        ),
    ),
    (
        N_("This trigger is switched off: {what}"),
        (
            "SELECT t.tgrelid::regclass || ' ' || t.tgname FROM pg_trigger t JOIN pg_class c"
            f" ON c.oid = t.tgrelid WHERE t.tgenabled = 'D' AND {_OURS}"
        ),
    ),
    (
        N_("The search of notes is slow, because this was not set again: {what}"),
        (
            "SELECT 'ts_match_vq LEAKPROOF' FROM pg_proc p WHERE p.proname = 'ts_match_vq'"
            " AND NOT p.proleakproof"
        ),
    ),
)
KEPT_WRONGLY = N_(
    "The server does not know rightly who is restricted. Run: nahbar server upgrade ({what})"
)
VISITED_WRONGLY = N_(
    "The server does not know rightly whom somebody visits. Run: nahbar server upgrade ({what})"
)
NOT_INSTALLED = N_("The server does not guard this office: the set-up was never finished. {what}")
OTHER_SCHEMA = N_("The schema of this office is {what}, but this program needs another one.")
OLD_SERVER = N_("This version of PostgreSQL has known holes: {what}")
NO_TLS = N_("The server offers no encrypted connections: {what}")

_VERSION = text("SELECT current_setting('server_version_num')::int")
_TLS = text("SELECT current_setting('ssl')")
_IS_KEPT = text("SELECT to_regclass('sec.visiting') IS NOT NULL")
_WRONGLY = {KEPT_WRONGLY: restricted.kept_wrongly(), VISITED_WRONGLY: visiting.kept_wrongly()}
_IS_INSTALLED = text("SELECT to_regprocedure('sec.end_login(text)') IS NOT NULL")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be; `message` is an English template with {what}."""

    message: str
    what: str
    is_serious: bool = True
    """Whether data may be seen by someone who may not; otherwise something is only missing."""


def check(connection: Connection) -> tuple[Finding, ...]:
    """Answer everything that is not as it was installed; nothing where all is well."""
    if not connection.execute(_IS_INSTALLED).scalar_one():
        return (Finding(NOT_INSTALLED, ""),)
    return (*_versions(connection), *_catalogue(connection), *_kept(connection))


def _versions(connection: Connection) -> Iterator[Finding]:
    major, minor = divmod(int(connection.execute(_VERSION).scalar_one()), 10_000)
    if major < min(OLDEST) or minor < OLDEST.get(major, 0):
        yield Finding(OLD_SERVER, f"{major}.{minor}", is_serious=False)
    schema = schema_of(connection)
    if schema != SCHEMA_HEAD:
        yield Finding(OTHER_SCHEMA, schema or "-", is_serious=False)
    tls: Any = connection.execute(_TLS).scalar_one()
    if tls != "on":
        yield Finding(NO_TLS, f"ssl = {tls}", is_serious=False)


def _catalogue(connection: Connection) -> Iterator[Finding]:
    for message, question in _QUESTIONS:
        for what in connection.execute(text(question)).scalars():
            yield Finding(message, str(what))


def _kept(connection: Connection) -> Iterator[Finding]:
    """Find where what is kept ready for the policies is not what the office's tables say."""
    if connection.execute(_IS_KEPT).scalar_one():
        for message, question in _WRONGLY.items():
            for what in connection.execute(text(question)).scalars():
                yield Finding(message, str(what))
