"""Requirements of looks: one row an hour, never in the way, told with what left the office."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.exchange.writing.actions import note_exported
from app.office import Office
from app.privacy.looking import note_looks, seen
from db.admin import AuditLine
from db.consent import Disclosure
from db.exchange import ExportLog
from tests.conftest import NOW
from tests.factories.access import restricted
from tests.factories.clients import add_client
from tests.factories.linking import link

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection, Engine

    from app.office import Act


def _later(engine: Engine, minutes: int) -> Office:
    return Office(engine, who="Anna Beispiel", clock=lambda: NOW + timedelta(minutes=minutes))


def _audit_lines(connection: Connection) -> int:
    return int(connection.scalar(select(func.count()).select_from(AuditLine)) or 0)


def test_looks_within_an_hour_are_one_row(engine: Engine, office: Office) -> None:
    erna = add_client(office)
    for minutes in (0, 10, 59, 61):
        _later(engine, minutes).act(note_looks, [erna])

    last, first = office.ask(seen, erna).looks
    assert (first.times, first.last_at - first.at) == (3, timedelta(minutes=59))
    assert last.times == 1


def test_a_look_touches_no_page_and_writes_no_audit_line(office: Office) -> None:
    erna = add_client(office)
    before = office.ask(_audit_lines)

    done = office.act(note_looks, [erna, erna])
    assert (done.value, done.features) == (1, frozenset())
    assert office.ask(_audit_lines) == before


def test_nobody_and_somebody_unknown_leave_no_look(office: Office) -> None:
    erna = add_client(office)
    restricted(office, erna)
    office.work_as("Zoe Amt")

    assert office.act(note_looks, []).value == 0
    assert office.act(note_looks, [erna]).value == 0
    assert office.ask(seen, erna).looks == ()


def test_looks_at_linked_cards_are_looks_at_one_person(office: Office) -> None:
    erna, double = add_client(office), add_client(office)
    office.act(note_looks, [double])
    link(office, erna, double)

    assert len(office.ask(seen, erna).looks) == 1


def _leave(act: Act, person_id: UUID) -> None:
    line = ExportLog(
        at=act.now,
        who=act.who,
        list_name="clients",
        reason="For the summer party",
        form="xlsx",
        columns="[]",
        rows=1,
    )
    act.session.add(line)
    act.session.flush()
    note_exported(act, line.id, [person_id])
    act.session.add(
        Disclosure(
            person_id=person_id,
            at=act.now + timedelta(minutes=1),
            who=act.who,
            recipient="Pflegedienst",
            purpose="visits",
            what="name, phone",
            basis="consent",
        )
    )


def test_what_left_the_office_is_told_with_recipient_and_reason(office: Office) -> None:
    erna = add_client(office)
    office.act(_leave, erna)

    passed, listed = office.ask(seen, erna).left
    assert (passed.to, passed.what) == ("Pflegedienst", "name, phone")
    assert (listed.to, listed.form, listed.why) == ("", "xlsx", "For the summer party")
