"""Requirements of the journal of one human being."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from app.clients.queries import client_card
from app.journal.queries import client_with_notes, count_notes, journal_of
from app.linking.actions import link_people, undo_link
from app.linking.rules import Linking
from tests.factories.clients import add_client
from tests.factories.journal import note_written

if TYPE_CHECKING:
    from app.office import Office

MONDAY = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - local time


def test_notes_stand_by_the_time_of_the_contact_newest_first(any_office: Office) -> None:
    person = add_client(any_office)
    for back in (3, 1, 2):
        when = MONDAY - timedelta(days=back)
        note_written(any_office, person, text=f"{back}", happened_at=when)
    note_written(any_office, add_client(any_office), text="of someone else")
    rows = any_office.ask(journal_of, person)
    assert [row.text for row in rows] == ["1", "2", "3"]
    first = any_office.ask(journal_of, person, 2)
    rest = any_office.ask(journal_of, person, 2, before=first[-1].serial)
    assert first + rest == rows
    assert any_office.ask(count_notes, person) == 3


def test_linked_cards_have_one_journal(any_office: Office) -> None:
    one, other = add_client(any_office), add_client(any_office)
    note_written(any_office, one)
    note_written(any_office, other)
    link = any_office.act(link_people, uuid4(), Linking(one, other)).value
    rows = any_office.ask(journal_of, one)
    assert {row.person_id for row in rows} == {one, other}
    assert any_office.ask(journal_of, other) == rows
    assert any_office.ask(count_notes, other) == 2
    any_office.act(undo_link, link)
    assert [row.person_id for row in any_office.ask(journal_of, one)] == [one]


def test_card_and_notes_come_back_together_as_they_do_one_by_one(office: Office) -> None:
    person = add_client(office)
    note_written(office, person)
    assert office.ask(client_with_notes, person) == (
        office.ask(client_card, person),
        office.ask(journal_of, person),
    )
    assert office.ask(client_with_notes, uuid4()) == (None, ())
