"""Tests of the return: once, whatever cuts it off; conflicts are decided, then all is wiped."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from app.errors import Refused, Unavailable
from app.journal.queries import search_notes
from app.matches.queries import match_row
from app.mobile_advice.suitcase.actions import give_up_suitcase
from app.mobile_advice.suitcase.coming import Coming, read_coming
from app.mobile_advice.suitcase.fitting import Blocked
from app.mobile_advice.suitcase.homecoming import bring_all, finish
from app.mobile_advice.suitcase.queries import not_back, suitcase
from app.mobile_advice.suitcase.returning import Decision, bring_row
from app.mobile_advice.suitcase.rules import Loss, Outcome, SuitcaseState
from db.admin import AuditLine
from db.booking import Appointment
from db.exchange import ExportedPerson
from db.people import Person, PersonNameKey, PersonRole
from db.tasks import Task
from tests.conftest import NOW
from tests.factories.clients import add_client, add_note
from tests.factories.matches import active_volunteer, propose
from tests.factories.suitcases import DAY, PASSPHRASE, an_appointment

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act
    from tests.app.mobile_advice.suitcase.conftest import Travel

LOSS = Loss("Im Zug liegen gelassen", "Ist der Verlust zu melden?", "Artikel 33")
_KEY = bytes(range(32))


def coming(travel: Travel) -> Coming:
    """Read the suitcase that came back."""
    return read_coming(travel.file, PASSPHRASE, clock=lambda: NOW)


def test_a_morning_comes_home_whole_and_the_file_is_wiped(travel: Travel) -> None:
    first, second, _third = travel.tour.appointments
    travel.on_the_way(
        _walk_in(travel, 1),
        _walk_in(travel, 2),
        _set(Appointment, first, state="done"),
        _set(Appointment, second, state="no_show"),
    )
    back = coming(travel)
    home = bring_all(travel.home, back)
    assert home.counts == {Outcome.ADDED: 2, Outcome.CHANGED: 2}
    assert finish(travel.home, back) == ()
    assert not travel.file.exists()
    assert travel.home.ask(_states) == ["booked", "done", "no_show", "waiting", "waiting"]
    row = travel.home.ask(suitcase, back.suitcase_id)
    assert row is not None
    assert row.state is SuitcaseState.RETURNED


def test_each_row_has_a_line_of_the_audit(travel: Travel) -> None:
    travel.on_the_way(_walk_in(travel, 1), _walk_in(travel, 2))
    before = travel.home.ask(_lines)
    bring_all(travel.home, coming(travel))
    bring_all(travel.home, coming(travel))
    assert travel.home.ask(_lines) == before + 2


def test_an_expired_suitcase_is_taken_back_all_the_same(travel: Travel) -> None:
    travel.on_the_way(_walk_in(travel, 1))
    late = read_coming(travel.file, PASSPHRASE, clock=lambda: NOW + timedelta(days=9))
    assert bring_all(travel.home, late).counts == {Outcome.ADDED: 1}


def test_a_new_card_is_found_by_its_name_and_a_new_note_by_its_words(travel: Travel) -> None:
    bus = travel.bus()
    person = add_client(bus, family_name="Özdemir", given_name="Ayşe")
    add_note(bus, person, "Fragt nach Wohngeld.")
    bus.close()
    back = coming(travel)
    assert not bring_all(travel.home, back).asked
    assert finish(travel.home, back) == ()
    assert travel.home.ask(_names_of, "ozdemir") == 1
    found = travel.home.ask(search_notes, "Wohngeld")
    assert len(found.hits) == 1


def test_what_both_changed_waits_for_a_decision_and_is_not_wiped_before(travel: Travel) -> None:
    key = travel.tour.appointments[0]
    travel.on_the_way(_set(Appointment, key, state="no_show", note="war nicht da"))
    travel.home.act(_set(Appointment, key, bring="Ausweis"))
    back = coming(travel)
    (asked,) = bring_all(travel.home, back).asked
    assert asked.proposed == {"state", "note"}
    assert len(finish(travel.home, back)) == 1
    assert travel.file.exists()
    decided = Decision(taken=asked.proposed)
    brought = travel.home.act(bring_row, back.suitcase_id, asked.change, decided).value
    assert brought.outcome is Outcome.DECIDED
    assert finish(travel.home, back) == ()
    row = travel.home.ask(_appointment, key)
    assert (row.state, row.note, row.bring) == ("no_show", "war nicht da", "Ausweis")


def test_a_time_that_was_given_away_comes_into_the_queue_if_somebody_says_so(
    travel: Travel,
) -> None:
    new = an_appointment(travel.tour.halt_id, DAY, 700, name="Auf der Tour")
    travel.on_the_way(_add(new))
    travel.home.act(_add(an_appointment(travel.tour.halt_id, DAY, 700, name="Im Büro")))
    back = coming(travel)
    (asked,) = bring_all(travel.home, back).asked
    assert asked.blocked is Blocked.TIME_TAKEN
    travel.home.act(bring_row, back.suitcase_id, asked.change, Decision(brings=True))
    assert finish(travel.home, back) == ()
    row = travel.home.ask(_appointment, asked.change.key)
    assert (row.starts_at, row.queue_number, row.state) == (None, 1, "waiting")
    assert "11:40" in row.note


def test_a_number_of_the_queue_is_given_anew_without_a_question(travel: Travel) -> None:
    travel.on_the_way(_walk_in(travel, 1))
    travel.home.act(_walk_in(travel, 1))
    back = coming(travel)
    assert not bring_all(travel.home, back).asked
    assert finish(travel.home, back) == ()
    assert travel.home.ask(_numbers) == [1, 2]


def test_what_belongs_to_something_that_is_gone_is_asked_about(travel: Travel) -> None:
    bus = travel.bus()
    person = travel.tour.people[0]
    add_note(bus, person, "Kommt wieder.")
    bus.close()
    travel.home.act(_remove_all_of, person)
    back = coming(travel)
    blocked = {asked.blocked for asked in bring_all(travel.home, back).asked}
    assert Blocked.PARENT_GONE in blocked


def test_a_suitcase_that_was_given_up_is_not_taken_back(travel: Travel) -> None:
    travel.on_the_way(_walk_in(travel, 1))
    back = coming(travel)
    travel.home.act(give_up_suitcase, back.suitcase_id, 1, LOSS)
    with pytest.raises(Unavailable, match="given up"):
        bring_all(travel.home, back)
    with pytest.raises(Refused, match="given up"):
        travel.home.act(bring_row, back.suitcase_id, back.changes[0])
    (task,) = travel.home.ask(_tasks)
    assert task.title == LOSS.title
    assert task.due_on == (NOW + timedelta(hours=72)).date()


def test_rows_that_a_colleague_changed_after_they_came_count_as_back(travel: Travel) -> None:
    key = travel.tour.appointments[0]
    travel.on_the_way(_set(Appointment, key, state="done"))
    back = coming(travel)
    bring_all(travel.home, back)
    travel.home.act(_set(Appointment, key, state="no_show"))
    assert travel.home.ask(not_back, back.suitcase_id, back.changes) == ()


@pytest.mark.parametrize("statements", [2, 9])
def test_a_return_that_was_killed_is_repeated_without_loss_or_doubles(
    travel: Travel, statements: int
) -> None:
    travel.on_the_way(*(_walk_in(travel, number) for number in range(1, 5)))
    travel.home.close()
    script = _KILLED.format(statements=statements)
    place = [str(travel.home.folder), travel.key.hex(), str(travel.file), PASSPHRASE]
    done = subprocess.run([sys.executable, "-c", script, *place], check=False)
    assert done.returncode == -signal.SIGKILL
    from app.admin.rules import CreatedOffice  # noqa: PLC0415 - used here alone
    from tests.factories.offices import opened  # noqa: PLC0415 - used here alone

    home = opened(CreatedOffice(travel.home.folder, travel.key, ""))
    back = coming(travel)
    bring_all(home, back)
    assert finish(home, back) == ()
    assert home.ask(_numbers) == [1, 2, 3, 4]
    home.close()


_KILLED = """
import os, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from sqlalchemy import event
from app.admin.opening import open_office
from app.mobile_advice.suitcase.coming import read_coming
from app.mobile_advice.suitcase.homecoming import bring_all
folder, key, file, passphrase = sys.argv[1:]
clock = lambda: datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
office = open_office(Path(folder), bytes.fromhex(key), who="Anna Beispiel", clock=clock)
back = read_coming(Path(file), passphrase, clock=clock)
seen = []
def kill(_connection, _cursor, statement, *_rest):
    if statement.startswith(("INSERT", "UPDATE")):
        seen.append(statement)
    if len(seen) == {statements}:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(office._engine, "after_cursor_execute", kill)
bring_all(office, back)
"""


def test_whoever_was_advised_on_the_way_was_reached(travel: Travel) -> None:
    travel.on_the_way(_set(Appointment, travel.tour.appointments[0], state="done"))
    bring_all(travel.home, coming(travel))
    days = travel.home.ask(_last_contacts)
    assert [days[key] for key in travel.tour.people] == [DAY, None, None]


def _last_contacts(connection: Connection) -> dict[UUID, date | None]:
    return dict(connection.execute(select(Person.id, Person.last_contact)).all())


def test_the_match_of_whoever_died_on_the_way_ends_at_home(travel: Travel) -> None:
    person = travel.tour.people[0]
    match = propose(travel.home, person, active_volunteer(travel.home))
    travel.on_the_way(_set(Person, person, status="deceased", status_from=DAY - timedelta(days=1)))
    bring_all(travel.home, coming(travel))
    row = travel.home.ask(match_row, match)
    assert row is not None
    assert (row.stage, row.end_reason) == ("ended", "deceased")


def _walk_in(travel: Travel, number: int) -> Callable[[Act], None]:
    def act(act: Act) -> None:
        halt = travel.tour.halt_id
        act.session.add(
            an_appointment(halt, DAY, None, kind="walk_in", state="waiting", queue_number=number)
        )
        act.touch("booking")

    return act


def _add(row: object) -> Callable[[Act], None]:
    def act(act: Act) -> None:
        act.session.add(row)
        act.touch("booking")

    return act


def _set(kind: type[Any], key: UUID, **fields: Any) -> Callable[[Act], None]:  # noqa: ANN401 - any column
    def act(act: Act) -> None:
        row = act.session.get(kind, key)
        for name, value in fields.items():
            setattr(row, name, value)
        act.session.flush()
        act.touch("booking")

    return act


def _remove_all_of(act: Act, person_id: UUID) -> None:
    """Remove a card and what hangs on it, as the deletion of a file does."""
    for row in act.session.scalars(select(Appointment).where(Appointment.person_id == person_id)):
        row.person_id = None
    for kind in (PersonNameKey, PersonRole, ExportedPerson):
        for part in act.session.scalars(select(kind).where(kind.person_id == person_id)):
            act.session.delete(part)
    act.session.flush()
    act.session.delete(act.session.get(Person, person_id))
    act.touch("clients")


def _states(connection: Connection) -> list[str]:
    return sorted(connection.execute(select(Appointment.state)).scalars())


def _numbers(connection: Connection) -> list[int]:
    wanted = select(Appointment.queue_number).where(Appointment.queue_number.is_not(None))
    return sorted(filter(None, connection.execute(wanted).scalars()))


def _appointment(connection: Connection, key: UUID) -> Any:  # noqa: ANN401 - a row
    table = Appointment.__table__
    return connection.execute(select(table).where(table.c.id == key)).one()


def _lines(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(AuditLine)).scalar_one()


def _tasks(connection: Connection) -> list[Any]:
    return list(connection.execute(select(Task.title, Task.due_on)))


def _names_of(connection: Connection, word: str) -> int:
    found = select(func.count()).select_from(PersonNameKey).where(PersonNameKey.word == word)
    return connection.execute(found).scalar_one()
