"""Requirements of the demo in a shared office: all of it is written, whatever the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.queries import count_clients
from app.clients.rules import ClientFilter
from app.demo.actions import fill_demo
from app.demo.rules import DemoPlan
from app.office import Office
from db.admin import OfficeCard
from db.schema import migrate
from tests.conftest import NOW
from tests.db.conftest import postgres, swift_server  # fixtures

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.office import Act

__all__ = ["postgres", "swift_server"]


def test_a_demo_is_written_to_a_server(postgres: Engine) -> None:
    migrate(postgres)
    office = Office(postgres, who="Sofie Demo", clock=lambda: NOW)
    office.act(_add_card)

    made = fill_demo(office, DemoPlan(NOW.date(), clients=30))

    assert made.clients == 30
    assert office.ask(count_clients, ClientFilter.CLIENTS) >= 30


def _add_card(act: Act) -> None:
    act.session.add(OfficeCard(name="Besuchsdienst", country="DE", created_at=act.now))
