"""A shared office: what row policies cost, beside the same SQL as the server's owner without them.

`shared_policies` measures 20,000 people; `shared_policies_large` 100,000 with 1,000,000 visits
and 2,000,000 notes, which takes some minutes to make and is run only when it is named.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, event, func, select

from app.clients.queries import client_card, find_clients
from app.journal.queries import journal_of, search_notes
from app.my_day.hints import person_hints
from app.my_day.queries import my_day
from app.office import Office
from app.together import together
from app.visiting.calendar.queries import calendar_visits
from app.visiting.queries import visits_of_client
from db.visiting import Visit
from tests.benchmarks.offices import LARGE, TODAY
from tests.benchmarks.queries import timed
from tests.benchmarks.results import Goal, Measured, measured, percentile_95
from tests.benchmarks.shared_server import (
    LOGINS,
    login_engine,
    owner_engine,
    running_server,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from sqlalchemy import Connection, Engine

    from app.together import Question
    from tests.server.cluster import Cluster

SMALL = 20_000
TIMES = 60
FIRST = 10
"""Times before the first that counts: the driver prepares what it has sent five times."""
LOGINS_MEASURED = ("anna", "agnieszka")
"""A coordinator, who may know of nearly everybody, and a volunteer, who knows some."""
_VISITED = (
    select(Visit.client_id)
    .where(Visit.visitor == bindparam("who"))
    .group_by(Visit.client_id)
    .order_by(func.max(Visit.planned_start).desc())
    .limit(1)
)

_CHOICE = "SET LOCAL plan_cache_mode"
"""How the program has plans kept; as the owner the server chooses by itself."""


class Statement(NamedTuple):
    """What the program sends, and after how many times the server keeps its plan, if at all."""

    sql: str
    values: Any
    kept_after: int | None


class Cost(NamedTuple):
    """Times of one question in milliseconds: raw under policies and without, and in the program."""

    name: str
    under: list[float]
    without: list[float]
    asked: list[float]

    @property
    def ratio(self) -> float:
        """What policies cost."""
        return median(self.under) / median(self.without)


def shared_policies(clients: int = SMALL) -> Measured:
    """Measure card, My day, week of visits and searches under policies, one after the other."""
    with running_server(clients) as cluster:
        costs = [cost for login in LOGINS_MEASURED for cost in _costs(cluster, login)]
    slowest = max(costs, key=lambda cost: percentile_95(cost.asked))
    worst = max(costs, key=lambda cost: cost.ratio)
    what = (
        f"Card, My day, week and searches under row policies, {clients:,} people; the slowest"
        f" ({slowest.name}); ratio: the worst ({worst.name}), raw driver with policies to without"
    )
    compared = [value * worst.ratio for value in slowest.without]
    goal = Goal(ratio=2, p95_ms=50)
    return measured(slowest.asked, slowest.without, goal, what, compared=compared)


def shared_policies_large() -> Measured:
    """Measure the same over 100,000 people with 2,000,000 notes."""
    return shared_policies(LARGE)


def _costs(cluster: Cluster, login: str) -> Iterator[Cost]:
    owner, engine = owner_engine(cluster), login_engine(cluster, login)
    role, who = LOGINS[login]
    office = Office(engine, who=who)
    one = office.ask(_visited, office.who)
    if one is None:
        print(f"NOT MEASURED: {who} ({role.value}) visits nobody in this office.", flush=True)
        office.close()
        return
    for name, question in _questions(office, one).items():
        statements = _recorded(office, engine, question)
        under, without = _in_turn(engine, owner, statements)
        asked = [timed(office.ask, question) for _ in range(FIRST + TIMES)][FIRST:]
        cost = Cost(f"{name}, {role.value}", under, without, asked)
        print(
            f"{cost.name}: {median(without):.2f} ms without, {median(under):.2f} ms with policies"
            f" ({cost.ratio:.2f}x), p95 {percentile_95(under):.1f} ms, in the program"
            f" {median(asked):.1f} / {percentile_95(asked):.1f} ms",
            flush=True,
        )
        yield cost
    office.close()


def _questions(office: Office, one: UUID) -> dict[str, Question]:
    return {
        "card": lambda connection: together(connection, *_card(one)),
        "visits of a person": lambda connection: visits_of_client(connection, one),
        "My day": lambda connection: my_day(connection, TODAY, office.who),
        "week": lambda connection: calendar_visits(connection, TODAY, TODAY + timedelta(days=7)),
        "find people": lambda connection: find_clients(connection, "mül"),
        "search, common word": lambda connection: search_notes(connection, "besuch"),
        "search, two words": lambda connection: search_notes(connection, "arzt tochter"),
        "search, no hit": lambda connection: search_notes(connection, "xylophon"),
    }


def _card(person: UUID) -> tuple[Question, ...]:
    return (
        lambda connection: client_card(connection, person),
        lambda connection: person_hints(connection, person, TODAY),
        lambda connection: journal_of(connection, person),
    )


def _visited(connection: Connection, who: str) -> UUID | None:
    return connection.scalars(_VISITED, {"who": who}).first()


def _recorded(office: Office, engine: Engine, question: Question) -> list[Statement]:
    said: list[Statement] = []

    def heard(*told: Any) -> None:  # noqa: ANN401 - an event of SQLAlchemy has no types
        raw = told[1].connection
        said.append(Statement(told[2], told[3], raw.prepare_threshold))

    event.listen(engine, "before_cursor_execute", heard)
    office.ask(question)
    event.remove(engine, "before_cursor_execute", heard)
    return said


def _in_turn(
    login: Engine, owner: Engine, statements: list[Statement]
) -> tuple[list[float], list[float]]:
    """Time the same SQL in the raw driver, as a login and as the owner, in turn.

    Both on one core: a round trip takes twice as long to another core as on one's own, and where
    the kernel happens to put one of the two servers would decide what policies seem to cost.
    """
    ours, theirs = [], []
    asked = [statement for statement in statements if not statement.sql.startswith(_CHOICE)]
    with login.connect() as guarded, owner.connect() as free, _on_one_core(guarded, free):
        for _ in range(FIRST + TIMES):
            ours.append(timed(_raw, guarded, statements))
            theirs.append(timed(_raw, free, asked))
    return ours[FIRST:], theirs[FIRST:]


@contextmanager
def _on_one_core(*connections: Connection) -> Iterator[None]:
    """Keep us and the servers of connections on one core, where the system lets one choose."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    drivers: list[Any] = [connection.connection.driver_connection for connection in connections]
    with suppress(PermissionError):  # servers of another account run where they like
        for server in (driver.info.backend_pid for driver in drivers):
            os.sched_setaffinity(server, {min(cores)})
        os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def _raw(connection: Connection, statements: list[Statement]) -> None:
    """Ask as the program does: plans are kept or not, and the end is a commit."""
    driver: Any = connection.connection.driver_connection
    for statement in statements:
        driver.prepare_threshold = statement.kept_after
        answer = driver.execute(statement.sql, statement.values)
        if answer.description is not None:
            answer.fetchall()
    driver.commit()
