"""Opening a shared office: the engine on a PostgreSQL server, safe on the way and quick to notice.

The library of the server is imported here and not by `db.session`: an office in a file never
needs it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import psycopg
import sqlalchemy.dialects.postgresql.psycopg  # noqa: F401 - loaded with the rest, not when connecting
from psycopg import IsolationLevel
from psycopg.pq import TransactionStatus
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from app.errors import N_, Problem, Refused, Unavailable
from app.server.rules.profile import VERIFY_FULL, check_profile
from db.certificate_look import why_not_trusted
from db.kept_plans import keeps_plans
from db.schema import NEWER, NEWER_REMEDY, need_known_schema
from db.server_trouble import NOT_TRUSTED, of_server
from db.statement_cache import StatementCache

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from app.server.rules.profile import Profile
    from db.links import Links

POOL = 2
"""Connections of one window; hearing of changes takes one more."""
PATIENCE_S = 10
"""How long a server may take to answer the first call, in seconds."""
ASKED_BEFORE = 2
"""How often a question is asked before its plan is kept."""
PLANS_KEPT = 60
"""Plans that a connection keeps at most, the last ones used; each takes some 150 kB there."""
_LINK = {
    # A silent server is given up after 5 + 2 × 2 s: the window says so within ten seconds.
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 9000,
    "connect_timeout": PATIENCE_S,
    # Kerberos would be tried first where a ticket lies about, and costs a second.
    "gssencmode": "disable",
    "application_name": "nahbar",
}
_OLDEST_SERVER = 15
_VERSION = text("SELECT version_num FROM public.alembic_version")
_NO_TABLE = "42P01"

OLD_SERVER = N_("The server runs PostgreSQL {found}; {wanted} or newer is needed.")
OLD_SERVER_REMEDY = N_("Ask the administrator of the office to install a newer one.")
NOT_SET_UP = N_("There is no office in this database yet.")
NOT_SET_UP_REMEDY = N_("The administrator makes one with: nahbar server init")
OLDER = N_("The office on the server is older than this version of Nahbar. Nothing was changed.")
OLDER_REMEDY = N_("The administrator brings it up to date with: nahbar server upgrade")


def open_shared(profile: Profile, password: str, links: Links | None = None) -> Engine:
    """Open a shared office for the login of its profile.

    Raises `Refused` for an unsafe profile (beside its field) or a wrong password, `Unavailable`
    when the server cannot be reached or trusted, or does not fit this version of the program.
    """
    engine = shared_engine(profile, password, links)
    try:
        with engine.execution_options(reads_only=True).connect() as connection:
            _need_version(connection)
            _need_schema(connection)
    except DBAPIError as error:
        engine.dispose()
        raise _nearer(error, profile) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def shared_engine(profile: Profile, password: str, links: Links | None = None) -> Engine:
    """Answer an engine that connects when it is first asked; raise `Refused` when unsafe.

    `links` look after its connections, and refuse new ones while the server is known to be away.
    """
    options = connection_options(profile)

    def opened() -> psycopg.Connection[Any]:
        if links is not None:
            options.update(links.before_connecting())
        raw = psycopg.connect(**options, password=password)
        raw.prepared_max = PLANS_KEPT
        return raw

    engine = create_engine(
        "postgresql+psycopg://",
        creator=opened,
        poolclass=QueuePool,
        pool_size=POOL,
        max_overflow=0,
        pool_timeout=PATIENCE_S,
        pool_pre_ping=True,
        pool_use_lifo=True,
        hide_parameters=True,
        use_native_hstore=False,
        execution_options={"compiled_cache": StatementCache()},
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _prepare)
    event.listen(engine, "rollback", _end)
    if links is not None:
        links.watch(engine)
    return engine


def connection_options(profile: Profile) -> dict[str, Any]:
    """Answer how the driver is told to connect; raise `Refused` for a profile that is unsafe.

    Where certificates are checked, the password is only used in a way that proves that nobody
    stands between (SCRAM with channel binding).
    """
    if problems := check_profile(profile):
        raise Refused(*problems)
    options: dict[str, Any] = dict(_LINK)
    options.update(port=profile.port, dbname=profile.database, user=profile.login)
    options.update(host=profile.host, sslmode=profile.safe_mode)
    if profile.ca_file is not None:
        options["sslrootcert"] = str(profile.ca_file)
    if profile.safe_mode == VERIFY_FULL:
        options.update(channel_binding="require", require_auth="scram-sha-256")
    return options


def _begin(connection: Connection) -> None:
    """Say with the transaction's first words whether it reads; it costs no word more."""
    raw: Any = connection.connection.dbapi_connection
    reads_only = connection.get_execution_options().get("reads_only", False)
    if raw.read_only != reads_only:
        raw.read_only = reads_only
        # Several questions of one screen see one state of the office, as in a file.
        raw.isolation_level = IsolationLevel.REPEATABLE_READ if reads_only else None


def _prepare(connection: Connection, *_told: object) -> None:
    """Say to the driver whether the server may keep its plan of the next question."""
    raw: Any = connection.connection.dbapi_connection
    raw.prepare_threshold = ASKED_BEFORE if keeps_plans(connection) else None


def _end(connection: Connection) -> None:
    """Commit what was only read: after a rollback the driver forgets what it has prepared."""
    if connection.invalidated:
        return  # the link is gone, and its transaction with it
    raw: Any = connection.connection.dbapi_connection
    if raw.read_only and raw.info.transaction_status is TransactionStatus.INTRANS:
        # A lost link is told by the rollback, which follows.
        with suppress(psycopg.Error):
            raw.commit()


def _need_version(connection: Connection) -> None:
    raw: Any = connection.connection.dbapi_connection
    found = raw.info.server_version // 10000
    if found < _OLDEST_SERVER:
        raise Unavailable(OLD_SERVER, OLD_SERVER_REMEDY, found=found, wanted=_OLDEST_SERVER)


def _need_schema(connection: Connection) -> None:
    version = str(connection.execute(_VERSION).scalar() or "")
    try:
        is_old = need_known_schema(version)
    except Unavailable as error:
        raise Unavailable(NEWER, NEWER_REMEDY) from error
    if is_old:
        raise Unavailable(OLDER, OLDER_REMEDY)


def _nearer(error: DBAPIError, profile: Profile) -> Exception:
    """Answer the sentence that says most about why an office could not be opened."""
    if getattr(error.orig, "sqlstate", None) == _NO_TABLE:
        return Unavailable(NOT_SET_UP, NOT_SET_UP_REMEDY)
    trouble = of_server(error.orig)
    if isinstance(trouble, Unavailable) and trouble.problem.message == NOT_TRUSTED:
        return why_not_trusted(profile)
    if isinstance(trouble, Refused) and not trouble.problems[0].field:
        return Refused(Problem(NO_RIGHT_HERE, "login"))
    return trouble or error


NO_RIGHT_HERE = N_("This login has no right in this office. Ask the administrator of the office.")
