"""All of My day, asked from where nothing of it was imported yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.my_day.queries import my_day
from app.my_day.whole import whole_day
from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, visit_planned

if TYPE_CHECKING:
    from app.office import Office


def test_the_whole_day_is_my_day(office: Office) -> None:
    visit_planned(office, add_client(office))
    whole = office.ask(whole_day, MONDAY, office.who)
    assert whole.visits.today
    assert whole == office.ask(my_day, MONDAY, office.who)
