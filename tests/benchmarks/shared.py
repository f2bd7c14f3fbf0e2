"""A shared office: what row policies cost, beside the same SQL as the server's owner without them.

`shared_policies` measures 20,000 people; `shared_policies_large` 100,000 with 2,000,000 notes,
which takes some minutes to make and is run only when it is named.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, select
from sqlalchemy.pool import NullPool

from app.access.rules import Role
from app.clients.queries import client_card, find_clients
from app.demo.actions import fill_demo
from app.demo.rules import DemoPlan
from app.journal.queries import search_notes
from app.my_day.queries import my_day
from app.office import Office
from app.visiting.queries import week_visits
from db.admin import OfficeCard
from db.people import Person
from db.schema import migrate
from db.server import add_login, install
from tests.benchmarks.offices import LARGE, NOTES, NOTES_OF_LARGE, TODAY
from tests.benchmarks.queries import timed
from tests.benchmarks.results import Goal, Measured, measured
from tests.server.cluster import Cluster, debian_binaries
from tests.server.shared import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from sqlalchemy import Connection, Engine

    from app.office import Act

SMALL = 20_000
TIMES = 60
WHO = "Sofie Demo"
_ERNA = select(Person.id).order_by(Person.sort_key_de, Person.id).limit(1)

Statement = tuple[str, Any]


def shared_policies(clients: int = SMALL) -> Measured:
    """Measure card, My day, week of visits and searches under policies, one after the other."""
    cluster = Cluster(debian_binaries(), {"shared_buffers": "512MB", "work_mem": "16MB"})
    try:
        cluster.start()
        return _measured(cluster, clients)
    finally:
        cluster.remove()


def shared_policies_large() -> Measured:
    """Measure the same over 100,000 people with 2,000,000 notes."""
    return shared_policies(LARGE)


def _measured(cluster: Cluster, clients: int) -> Measured:
    owner = create_engine(cluster.url(), poolclass=NullPool)
    _make(owner, clients)
    login = create_engine(cluster.url(user="sofie").set(password=PASSWORD), pool_size=2)
    office = Office(login, who=WHO)
    under, without, worst = [], [], 0.0
    for name, statements in _recorded(office, login):
        ours, theirs = _in_turn(login, owner, statements)
        ratio = median(ours) / median(theirs)
        worst = max(worst, ratio)
        print(f"{name}: {median(ours):.2f} ms, {ratio:.2f}x")
        under += ours
        without += theirs
    office.close()
    what = f"Card, My day, week and searches under row policies, {clients:,} people; ratio: worst"
    scaled = [value * worst for value in without]
    return measured(under, without, Goal(ratio=2, p95_ms=50), what, compared=scaled)


def _make(owner: Engine, clients: int) -> None:
    migrate(owner)
    many = NOTES_OF_LARGE if clients >= LARGE else None
    plan = DemoPlan(TODAY, clients=clients, notes_of_first=NOTES, notes_per_client=many, seed=7)
    office = Office(owner, who=WHO)
    office.act(_add_card)
    fill_demo(office, plan)
    with owner.begin() as connection:
        install(connection)
        add_login(connection, "anja", PASSWORD, Role.ADMINISTRATOR, name="Anja Demo")
        add_login(connection, "sofie", PASSWORD, Role.COORDINATOR, name=WHO)
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")


def _add_card(act: Act) -> None:
    act.session.add(OfficeCard(name="Besuchsdienst", country="DE", created_at=act.now))


def _recorded(office: Office, engine: Engine) -> Iterator[tuple[str, list[Statement]]]:
    erna = office.ask(_first)
    questions: dict[str, Callable[[Connection], object]] = {
        "card": lambda connection: client_card(connection, erna),
        "my day": lambda connection: my_day(connection, TODAY, WHO),
        "week": lambda connection: week_visits(connection, TODAY),
        "find people": lambda connection: find_clients(connection, "mül"),
        "search, common word": lambda connection: search_notes(connection, "besuch"),
        "search, two words": lambda connection: search_notes(connection, "arzt tochter"),
    }
    for name, question in questions.items():
        said: list[Statement] = []

        def heard(*told: Any, said: list[Statement] = said) -> None:  # noqa: ANN401 - an event
            said.append((told[2], told[3]))

        event.listen(engine, "before_cursor_execute", heard)
        office.ask(question)
        event.remove(engine, "before_cursor_execute", heard)
        yield name, said


def _first(connection: Connection) -> UUID:
    return connection.scalars(_ERNA).one()


def _in_turn(
    login: Engine, owner: Engine, statements: list[Statement]
) -> tuple[list[float], list[float]]:
    """Time the same SQL in the raw driver, as a login and as the owner, in turn."""
    ours, theirs = [], []
    with login.connect() as guarded, owner.connect() as free:
        for _ in range(TIMES):
            ours.append(timed(_raw, guarded, statements))
            theirs.append(timed(_raw, free, statements))
    return ours[5:], theirs[5:]


def _raw(connection: Connection, statements: list[Statement]) -> None:
    driver: Any = connection.connection.driver_connection
    for sql, values in statements:
        driver.execute(sql, values).fetchall()
    driver.rollback()
