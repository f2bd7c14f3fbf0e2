"""What an administrator does with a server: sets an office up, upgrades it, lets people in.

These are no acts of a person within the office: they are carried out in one transaction of
somebody who looks after the server, see `db.owner`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access.rules import Role
from app.access.rules.members import Known
from app.admin.actions import set_up_office
from app.errors import N_, Problem, Refused
from app.office import Act
from app.server.rules.people import check_password, check_person
from db.admin import AuditLine, OfficeCard
from db.owner import BUSY_S, need_superuser
from db.server import add_login, end_login, install
from db.shared_schema import give_to_owner, migrate_shared, need_alone, need_tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.admin.rules import NewOffice
    from app.server.rules.people import NewPerson

WHO = "nahbar server"
"""Under whose name the journal keeps what was done from the server."""

MADE_SCHEMA = N_("The tables were made (schema {after}).")
RAISED_SCHEMA = N_("The tables were brought from schema {before} to {after}.")
SAME_SCHEMA = N_("The tables are up to date (schema {after}).")
MADE_OFFICE = N_("The office {name} was entered.")
KEPT_OFFICE = N_("The office {name} stands here already and was left as it is.")
INSTALLED = N_(
    "Roles, policies, triggers and the journal stand as this version of Nahbar wants them."
)
LOGIN_TAKEN = N_("The login {login} belongs to {name} already.")
NOT_SET_UP = N_("There is no office in this database yet. Make one with: nahbar server init")


_MEMBERS = text("SELECT name, role, is_active, login FROM public.member")
_NAME = text("SELECT name FROM public.member WHERE login = :login")


def set_up(connection: Connection, new: NewOffice) -> tuple[Problem, ...]:
    """Make an office in a database, or complete what is missing of one; answers what was done.

    Raises `Refused` for a wrong name or country, `Unavailable` when another set-up is running.
    """
    need_superuser(connection)
    need_alone(connection)
    need_tables(connection, BUSY_S)
    return (_migrated(connection), _entered(connection, new), _installed(connection))


def upgrade(connection: Connection) -> tuple[Problem, ...]:
    """Bring an office to this version of the program; answers what was done."""
    need_superuser(connection)
    need_alone(connection)
    need_set_up(connection)
    need_tables(connection, BUSY_S)
    return (_migrated(connection), _installed(connection))


def need_set_up(connection: Connection) -> None:
    """Raise `Refused` where there is no office."""
    if not connection.dialect.has_table(connection, "office"):
        raise Refused(Problem(NOT_SET_UP))


def add_person(connection: Connection, person: NewPerson, password: str) -> None:
    """Let a colleague in: a row in the list of colleagues, and a login of the server.

    A colleague of this name without a login gets this one. Raises `Refused`.
    """
    need_set_up(connection)
    _check(connection, person, password)
    add_login(connection, person.login, password, Role(person.role), name=person.name.strip())


def end_person(connection: Connection, login: str) -> str:
    """End a colleague's access at once, also in open windows; answers the colleague's name."""
    need_set_up(connection)
    end_login(connection, login)
    return str(connection.execute(_NAME, {"login": login}).scalar_one())


def _check(connection: Connection, person: NewPerson, password: str) -> None:
    name, others = person.name.strip(), []
    for known in connection.execute(_MEMBERS):
        if known.login == person.login and known.name != name:
            values = {"login": person.login, "name": known.name}
            raise Refused(Problem(LOGIN_TAKEN, "login", values))
        # Somebody of this name without a login, or with this one, is this colleague.
        if known.name != name or known.login not in {None, person.login}:
            others.append(Known(known.name, known.role, known.is_active))
    problems = (*check_person(person, others), *check_password(password, person.login))
    if problems:
        raise Refused(*problems)


def _migrated(connection: Connection) -> Problem:
    before, after = migrate_shared(connection)
    sentence = SAME_SCHEMA if before == after else RAISED_SCHEMA if before else MADE_SCHEMA
    return Problem(sentence, values={"before": before, "after": after})


def _entered(connection: Connection, new: NewOffice) -> Problem:
    name = connection.scalar(select(OfficeCard.name))
    if name is not None:
        return Problem(KEPT_OFFICE, values={"name": name})
    with Session(connection, join_transaction_mode="rollback_only") as session:
        act = Act(session, datetime.now(UTC), WHO)
        card = set_up_office(act, new)
        touched = f'[["admin", "{card}"]]'
        line = AuditLine(at=act.now, who=WHO, action="set_up", feature="admin", touched=touched)
        session.add(line)
        session.flush()
    return Problem(MADE_OFFICE, values={"name": new.name.strip()})


def _installed(connection: Connection) -> Problem:
    install(connection)
    give_to_owner(connection)
    return Problem(INSTALLED)
