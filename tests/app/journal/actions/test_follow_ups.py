"""Requirements of following a note up: whoever closes it, the author learns of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.access.rules import Role
from app.errors import Refused
from app.journal.actions import acknowledge_closing, close_follow_up, reopen_follow_up
from app.journal.actions.filling import CANNOT_READ
from app.journal.actions.finding import NOT_YOUR_NOTE
from app.journal.actions.follow_ups import ALREADY_TOLD, NOT_OPEN
from app.journal.queries import closings_to_tell, note, open_follow_ups
from app.journal.rules import Access
from app.office import Office
from app.text_rules import TOO_LONG
from tests.conftest import NOW
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.journal import note_written

if TYPE_CHECKING:
    from sqlalchemy import Engine


@pytest.fixture
def bodil(engine: Engine) -> Office:
    """The office as Bodil Jensen has it."""
    return Office(engine, who="Bodil Jensen", clock=lambda: NOW)


def test_what_waits_for_me_comes_by_its_day(office: Office, bodil: Office) -> None:
    person = add_client(office)
    for due, who in ((None, ""), (date(2026, 12, 1), "Bodil Jensen"), (date(2026, 11, 24), "")):
        note_written(office, person, follow_up=True, follow_up_due=due, follow_up_for=who)
    note_written(office, person, follow_up=True, follow_up_for="Karin Vogt")
    note_written(office, person, follow_up_due=date(2026, 11, 24))
    mine = bodil.ask(open_follow_ups)
    assert [row.follow_up_due for row in mine] == [date(2026, 11, 24), date(2026, 12, 1), None]
    assert (mine[0].given_name, mine[0].author) == ("Erna", "Anna Beispiel")
    assert mine[0].beginning == "Called, all is well."
    assert len(office.ask(open_follow_ups)) == 2
    assert len(office.ask(open_follow_ups, of_all=True)) == 4


def test_the_author_is_told_of_a_closing_until_seen(office: Office, bodil: Office) -> None:
    note_id = note_written(office, add_client(office), follow_up=True)
    assert bodil.act(close_follow_up, note_id, 1, " Rang her ").value == 2
    assert bodil.ask(open_follow_ups) == bodil.ask(closings_to_tell) == ()
    (told,) = office.ask(closings_to_tell)
    assert (told.closed_by, told.closed_at, told.follow_up_result) == (
        "Bodil Jensen", NOW, "Rang her",
    )  # fmt: skip
    with pytest.raises(Refused, match=NOT_YOUR_NOTE):
        bodil.act(acknowledge_closing, note_id)
    for _click in range(2):
        office.act(acknowledge_closing, note_id)
    assert office.ask(closings_to_tell) == ()
    with pytest.raises(Refused, match=ALREADY_TOLD):
        bodil.act(reopen_follow_up, note_id, 3)


def test_nobody_is_told_what_they_did_themselves(office: Office) -> None:
    note_id = note_written(office, add_client(office), follow_up=True)
    office.act(close_follow_up, note_id, 1)
    assert office.ask(closings_to_tell) == ()


def test_a_closing_is_taken_back_by_whoever_closed(office: Office, bodil: Office) -> None:
    note_id = note_written(office, add_client(office), follow_up=True)
    bodil.act(close_follow_up, note_id, 1, "Done")
    with pytest.raises(Refused, match=NOT_OPEN):
        office.act(reopen_follow_up, note_id, 2)
    bodil.act(reopen_follow_up, note_id, 2)
    row = office.ask(note, note_id)
    assert row is not None
    assert (row.follow_up, row.follow_up_result, row.closed_by, row.closed_at) == (
        "open", "", "", None,
    )  # fmt: skip


def test_only_what_is_open_is_closed_and_with_few_words(office: Office) -> None:
    person = add_client(office)
    plain = note_written(office, person)
    with pytest.raises(Refused, match=NOT_OPEN):
        office.act(close_follow_up, plain, 1)
    asked = note_written(office, person, follow_up=True)
    with pytest.raises(Refused, match=TOO_LONG):
        office.act(close_follow_up, asked, 1, "x" * 2_001)


def test_nobody_is_asked_who_cannot_read_the_note(office: Office) -> None:
    person = add_client(office)
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Clara Wolf", Role.VOLUNTEER)
    wish = {"follow_up": True, "follow_up_for": "Clara Wolf"}
    with pytest.raises(Refused, match="cannot read"):
        note_written(office, person, access=Access.RESTRICTED, **wish)
    note_written(office, person, **wish)
    assert "{name}" in CANNOT_READ
