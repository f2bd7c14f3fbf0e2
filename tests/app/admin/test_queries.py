"""Requirements of what is asked about the office itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin.actions import save_office_card, set_up_office
from app.admin.counting import Counts, counts
from app.admin.queries import office_card, recent_audit_lines
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.factories.offices import office_values

if TYPE_CHECKING:
    from app.office import Office


def test_an_office_that_is_not_set_up_has_no_card(office: Office) -> None:
    assert office.ask(office_card) is None


def test_the_card_holds_what_was_written(office: Office) -> None:
    office.act(set_up_office, office_values(), is_demo=True)
    card = office.ask(office_card)
    assert card is not None
    assert card.is_demo
    assert card.created_at == NOW
    assert card.values.street == "Frankfurter Straße 229"


def test_everything_is_counted(office: Office) -> None:
    assert office.ask(counts) == Counts(clients=0, visits=0, letters=0, areas=0)
    add_client(office)
    assert office.ask(counts).clients == 1


def test_audit_lines_come_newest_first_and_by_feature(office: Office) -> None:
    office.act(set_up_office, office_values())
    add_client(office)
    card = office.ask(office_card)
    assert card is not None
    office.act(save_office_card, card.values, 1)
    lines = office.ask(recent_audit_lines)
    assert {line.action for line in lines} == {"set_up_office", "add_client", "save_office_card"}
    assert all(line.who == "Anna Beispiel" for line in lines)
    assert {line.feature for line in office.ask(recent_audit_lines, feature="admin")} == {"admin"}
    assert len(office.ask(recent_audit_lines, 1)) == 1
