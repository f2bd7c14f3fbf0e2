"""Logins of colleagues: added, ended, given another role; by the server's own functions.

Who may: an administrator of the office, or whoever looks after the server. The list of
colleagues leads: a trigger keeps the groups of a login in step with the role on the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from app.access.rules import Role
from app.access.rules.login import check_login
from app.errors import N_, Problem, Refused
from db.server.identity import function
from db.server.names import USER, group, quoted

if TYPE_CHECKING:
    from sqlalchemy import Connection

LOGIN_TAKEN = N_("There is a login {login} on the server already. Choose another one.")
NO_SUCH_LOGIN = N_("Nobody in this office has the login {login}.")
ENDS_ITSELF = N_("You cannot end your own login. Ask another administrator.")

_TIMEOUTS = {
    "statement_timeout": "60s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
}
"""No desk keeps a transaction open while a form is on the screen."""

_ADMINISTRATOR = "PERFORM sec.need(ARRAY['administrator']);"
_ADD = f"""
DECLARE known public.member; BEGIN {_ADMINISTRATOR}
SELECT * INTO known FROM public.member m WHERE m.login = login_name;
IF NOT FOUND AND EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login_name) THEN
    RAISE duplicate_object USING MESSAGE = login_name; END IF;
IF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login_name) THEN
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', login_name, verifier);
ELSE
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', login_name, verifier);
END IF;
EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login_name);
{
    "".join(
        f" EXECUTE format('ALTER ROLE %I SET {name} = %L', login_name, '{value}');"
        for name, value in _TIMEOUTS.items()
    )
}
UPDATE public.member m SET login = login_name, role = role_name, is_active = true,
    version = m.version + 1
    WHERE m.login = login_name OR (m.login IS NULL AND m.name = known_as);
IF NOT FOUND THEN
    INSERT INTO public.member (id, version, name, role, is_active, since, login)
    VALUES (gen_random_uuid(), 1, known_as, role_name, true, now(), login_name);
END IF; END"""
_FOLLOW = f"""
DECLARE one record; BEGIN
IF NOT EXISTS (SELECT FROM public.member m WHERE m.is_active AND m.role = 'administrator') THEN
    RAISE check_violation USING MESSAGE = 'an office needs an administrator'; END IF;
IF NEW.login IS NULL OR NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = NEW.login) THEN
    RETURN NULL; END IF;
IF TG_OP = 'UPDATE' AND NEW.role = OLD.role AND NEW.is_active = OLD.is_active
    AND NEW.login IS NOT DISTINCT FROM OLD.login THEN RETURN NULL; END IF;
FOR one IN SELECT g.rolname FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid
    JOIN pg_roles l ON l.oid = a.member WHERE l.rolname = NEW.login
    AND g.rolname IN ({quoted(group(role) for role in Role)}) LOOP
    EXECUTE format('REVOKE %I FROM %I', one.rolname, NEW.login);
END LOOP;
IF NEW.is_active THEN
    EXECUTE format('ALTER ROLE %I LOGIN', NEW.login);
    EXECUTE format('GRANT {USER}, %I TO %I', 'nahbar_' || NEW.role, NEW.login);
ELSE
    EXECUTE format('ALTER ROLE %I NOLOGIN', NEW.login);
    PERFORM pg_terminate_backend(s.pid) FROM pg_stat_activity s
        WHERE s.usename = NEW.login AND s.pid <> pg_backend_pid();
END IF; RETURN NULL; END"""
_FUNCTIONS = {
    "sec.add_login(login_name text, verifier text, role_name text, known_as text)": _ADD,
    "sec.set_role(login_name text, role_name text)": f"""
BEGIN {_ADMINISTRATOR} UPDATE public.member m SET role = role_name, version = m.version + 1
WHERE m.login = login_name; IF NOT FOUND THEN RAISE no_data_found; END IF; END""",
    "sec.end_login(login_name text)": f"""
BEGIN {_ADMINISTRATOR} UPDATE public.member m SET is_active = false, version = m.version + 1
WHERE m.login = login_name; IF NOT FOUND THEN RAISE no_data_found; END IF; END""",
    "sec.set_password(verifier text)": """
BEGIN IF sec.role() IS NULL THEN RAISE insufficient_privilege; END IF;
EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, verifier); END""",
}

_ADD_LOGIN = text("SELECT sec.add_login(:login, :verifier, :role, :known_as)")
_SET_ROLE = text("SELECT sec.set_role(:login, :role)")
_END_LOGIN = text("SELECT sec.end_login(:login)")
_SET_PASSWORD = text("SELECT sec.set_password(:verifier)")
_IS_KNOWN = text("SELECT EXISTS (SELECT FROM public.member WHERE login = :login)")
_IS_TAKEN = text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :login)")
_IS_MINE = text("SELECT session_user = :login")


def logins_script() -> str:
    """Answer the SQL of these functions and of the trigger on the list of colleagues."""
    parts = [function(name, "void", body) for name, body in _FUNCTIONS.items()]
    parts.append(function("sec.follow_member()", "trigger", _FOLLOW))
    parts += [f"GRANT EXECUTE ON FUNCTION {name} TO {USER};" for name in _FUNCTIONS]
    parts.append(
        "CREATE OR REPLACE TRIGGER follow_member AFTER INSERT OR UPDATE ON public.member"
        " FOR EACH ROW EXECUTE FUNCTION sec.follow_member();"
    )
    return "\n".join(parts)


def add_login(
    connection: Connection, login: str, password: str, role: Role, *, name: str = ""
) -> None:
    """Give a colleague a login with a password and a role; a second time sets both anew.

    `name` is what the office calls the colleague, `login` where nothing is said; a colleague of
    that name who has no login yet gets this one. The password leaves this computer only as
    what SCRAM keeps of it. Raises `Refused` when the login is not allowed or somebody else's.
    """
    if problems := check_login(login):
        raise Refused(*problems)
    is_known = connection.execute(_IS_KNOWN, {"login": login}).scalar_one()
    if not is_known and connection.execute(_IS_TAKEN, {"login": login}).scalar_one():
        raise Refused(Problem(LOGIN_TAKEN, "login", {"login": login}))
    values = {
        "login": login,
        "verifier": verifier(connection, login, password),
        "role": role.value,
        "known_as": name or login,
    }
    connection.execute(_ADD_LOGIN, values)


def set_role(connection: Connection, login: str, role: Role) -> None:
    """Give a colleague another role, which holds from the next statement on."""
    _need_known(connection, login)
    connection.execute(_SET_ROLE, {"login": login, "role": role.value})


def end_login(connection: Connection, login: str) -> None:
    """Let a login not come in any more, end its sessions, and its rights in them at once."""
    _need_known(connection, login)
    if connection.execute(_IS_MINE, {"login": login}).scalar_one():
        raise Refused(Problem(ENDS_ITSELF, "login"))
    connection.execute(_END_LOGIN, {"login": login})


def set_password(connection: Connection, login: str, password: str) -> None:
    """Give the login of this very connection another password."""
    connection.execute(_SET_PASSWORD, {"verifier": verifier(connection, login, password)})


def verifier(connection: Connection, login: str, password: str) -> str:
    """Answer what the server keeps of a password, by which nobody can log in."""
    driver: Any = connection.connection.driver_connection
    kept: bytes = driver.pgconn.encrypt_password(
        password.encode(), login.encode(), b"scram-sha-256"
    )
    return kept.decode("ascii")


def _need_known(connection: Connection, login: str) -> None:
    if not connection.execute(_IS_KNOWN, {"login": login}).scalar_one():
        raise Refused(Problem(NO_SUCH_LOGIN, "login", {"login": login}))
