"""Direct SQL as a colleague, past the program: what the server says to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.clients.actions import add_client
from tests.factories.clients import client_details
from tests.server.shared import PASSWORD

if TYPE_CHECKING:
    from app.office import Office
    from tests.server.shared import SharedOffice

ZOE, KARIN, BENT, PIA = "Zoe Amt", "Karin Vogt", "Bent Holm", "Pia Sand"
REASON = "She called and spoke of ending her life"


def add(office: Office, **fields: str) -> UUID:
    """Add a person, by the usual action."""
    return office.act(add_client, uuid4(), client_details(**fields)).value


def run_as(shared: SharedOffice, name: str, *statements: str) -> list[Any]:
    """Carry out statements as a colleague, for good; answer the rows of the last."""
    with shared.engine(name).begin() as connection:
        for statement in statements[:-1]:
            connection.exec_driver_sql(statement)
        found = connection.exec_driver_sql(statements[-1])
        return found.all() if found.returns_rows else []  # type: ignore[return-value]  # any rows


def state_of(shared: SharedOffice, name: str, *statements: str) -> str:
    """Answer the SQLSTATE with which the server refuses; "" when it does not."""
    try:
        run_as(shared, name, *statements)
    except DBAPIError as error:
        return str(getattr(error.orig, "sqlstate", ""))
    return ""


def by_owner(shared: SharedOffice, statement: str, **values: object) -> Any:  # noqa: ANN401 - any answer
    """Carry out a statement as whoever looks after the server; answer the first value."""
    with shared.owner.begin() as connection:
        found = connection.execute(text(statement), values)
        return found.scalar() if found.returns_rows else None


def way_in(shared: SharedOffice, login: str) -> dict[str, Any]:
    """Answer how the driver alone comes in as a login."""
    told = shared.url.translate_connect_args(database="dbname", username="user")
    return {**told, **shared.url.query, "user": login, "password": PASSWORD}
