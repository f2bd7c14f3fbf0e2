"""Requirements of whom volunteers visit as it is kept ready: what the office's tables say."""

from __future__ import annotations

from datetime import timedelta
from threading import Thread
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from app.admin.settings.rules import VISITED_MONTHS
from db.journal import Note
from db.server import check, install, visiting
from db.server.checking import VISITED_WRONGLY
from tests.conftest import NOW
from tests.server.direct import BENT, KARIN, by_owner, run_as, state_of
from tests.server.shared import COLLEAGUES
from tests.server.town import Town, new_person, new_visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from tests.server.shared import SharedOffice

_MONTHS = f"interval '{VISITED_MONTHS.usual} months'"
_MAY_KNOW = f"""(NOT p.is_restricted OR EXISTS (SELECT FROM person_access a WHERE a.person_id = p.id
    AND a.who = '{BENT}' AND a.valid_from <= nahbar_now()
    AND (a.valid_until IS NULL OR a.valid_until > nahbar_now())))"""
_CARDS = "person c WHERE coalesce(c.linked_to, c.id) = coalesce(p.linked_to, p.id)"
_SEEN = f"""SELECT p.id FROM person p WHERE {_MAY_KNOW} AND EXISTS
    (SELECT FROM member m WHERE m.name = '{BENT}' AND m.role = 'volunteer' AND m.is_active)
    AND EXISTS (SELECT FROM {_CARDS} AND (c.responsible = '{BENT}' OR EXISTS
    (SELECT FROM visit v WHERE v.client_id = c.id AND v.visitor = '{BENT}'
        AND v.status <> 'cancelled'
        AND v.planned_start > (nahbar_now() - {_MONTHS})::timestamp)))"""
_SINCE = f"""SELECT FROM {_CARDS} AND (c.responsible = '{BENT}'
    OR EXISTS (SELECT FROM visit v WHERE v.client_id = c.id AND v.visitor = '{BENT}'
        AND v.status <> 'cancelled' AND v.planned_start::date::timestamptz <= n.happened_at)
    OR EXISTS (SELECT FROM match h JOIN member m ON m.person_id = h.visitor_id
        WHERE h.person_id = c.id AND m.name = '{BENT}' AND n.happened_at
            >= coalesce(h.introduced_on, h.running_from, h.proposed_on)::timestamptz))"""
_READ = f"""SELECT n.serial FROM note n JOIN person p ON p.id = n.person_id
    WHERE p.id IN ({_SEEN}) AND (n.author = '{BENT}' OR (n.access = 'team' AND EXISTS ({_SINCE})))
    AND NOT EXISTS (SELECT FROM note_person x JOIN person p ON p.id = x.person_id
        WHERE x.note_id = n.id AND NOT {_MAY_KNOW})"""
"""What Bent may see and read by the office's tables alone, one row after the other."""


def _rows(connection: Connection, statement: str) -> set[Any]:
    return set(connection.exec_driver_sql(statement).scalars())


def _seen(shared: SharedOffice) -> set[UUID]:
    return {row[0] for row in run_as(shared, BENT, "SELECT id FROM person")}


@pytest.fixture
def card(shared: SharedOffice) -> Iterator[UUID]:
    """Somebody whom nobody visits yet."""
    with Session(shared.owner) as session, session.begin():
        session.add(person := new_person("Erna"))
        session.flush()
        key = person.id
    yield key
    by_owner(shared, "DELETE FROM visit")


@pytest.mark.parametrize("seed", range(3))
def test_volunteers_see_and_read_what_the_tables_say_after_every_change(
    shared: SharedOffice, seed: int
) -> None:
    town = Town(shared, seed)
    seen_ever, read_ever = set(), set()
    with shared.engine(BENT).connect() as bent, shared.owner.connect() as owner:
        for _ in range(120):
            what = town.change()
            seen, read = (
                _rows(bent, "SELECT id FROM person"),
                _rows(bent, "SELECT serial FROM note"),
            )
            assert seen == _rows(owner, _SEEN), what
            assert read == _rows(owner, _READ), what
            assert _rows(bent, "SELECT serial FROM note_words") == read, what
            assert _rows(owner, visiting.kept_wrongly()) == set(), what
            bent.rollback()
            owner.rollback()
            seen_ever |= {frozenset(seen)}
            read_ever |= {frozenset(read)}
        assert {f.message for f in check(owner) if f.is_serious} <= _WRONG_ROLE
    assert len(seen_ever) > 2
    assert len(read_ever) > 2
    town.sql(f"UPDATE member SET role = 'volunteer' WHERE name = '{BENT}'", quietly=True)


_WRONG_ROLE = {"This login is not on the list of colleagues, or has another role there: {what}"}
"""Bent's role was changed here without his login."""


def test_two_who_cancel_the_last_visits_at_once_leave_none(
    shared: SharedOffice, card: UUID
) -> None:
    with Session(shared.owner) as session, session.begin():
        session.add_all((new_visit(card), new_visit(card, days=4)))
    cancel = (
        "UPDATE visit SET status = 'cancelled' WHERE client_id = '{}' AND planned_start {} '{}'"
    )
    between = (NOW - timedelta(days=3, hours=12)).replace(tzinfo=None)
    assert card in _seen(shared)
    _at_once(shared, *(cancel.format(card, sign, between) for sign in "<>"))
    assert card not in _seen(shared)


def test_who_is_restricted_while_a_visit_is_planned_is_hidden_from_the_visitor(
    shared: SharedOffice, card: UUID
) -> None:
    plan = (
        "INSERT INTO visit (id, version, client_id, visitor, planned_start, planned_end, place,"
        " place_note, status, not_held_reason, note) VALUES (gen_random_uuid(), 1,"
        f" '{card}', '{BENT}', now(), now(), 'home', '', 'planned', '', '')"
    )
    restrict = f"UPDATE person SET is_restricted = true WHERE id = '{card}'"
    _at_once(shared, plan, restrict)
    assert card not in _seen(shared)
    by_owner(shared, f"UPDATE person SET is_restricted = false WHERE id = '{card}'")
    assert card in _seen(shared)
    by_owner(shared, f"DELETE FROM visit WHERE client_id = '{card}'")
    _at_once(shared, restrict, plan)
    assert card not in _seen(shared)


def test_a_card_that_is_taken_apart_while_a_visit_is_planned_is_seen_no_more(
    shared: SharedOffice, card: UUID
) -> None:
    with Session(shared.owner) as session, session.begin():
        session.add(other := new_person("Erna again"))
        session.flush()
        other.linked_to = card
        session.flush()
        second = other.id
    plan = (
        "INSERT INTO visit (id, version, client_id, visitor, planned_start, planned_end, place,"
        " place_note, status, not_held_reason, note) VALUES (gen_random_uuid(), 1,"
        f" '{card}', '{BENT}', now(), now(), 'home', '', 'planned', '', '')"
    )
    _at_once(shared, plan, f"UPDATE person SET linked_to = NULL WHERE id = '{second}'")
    assert card in _seen(shared)
    assert second not in _seen(shared)


def _at_once(shared: SharedOffice, first: str, second: str) -> None:
    """Carry out one statement, and another before the first is kept: it waits."""

    def go_on() -> None:
        with shared.owner.begin() as other:
            other.exec_driver_sql(second)

    waiting = Thread(target=go_on)
    with shared.owner.begin() as one:
        one.exec_driver_sql(first)
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
    waiting.join(20)
    assert not waiting.is_alive()
    with shared.owner.connect() as owner:
        assert _rows(owner, visiting.kept_wrongly()) == set()


def test_a_note_that_is_written_while_somebody_is_restricted_is_hidden(
    shared: SharedOffice, card: UUID
) -> None:
    with Session(shared.owner) as session, session.begin():
        session.add(about := new_person("Otto"))
        session.flush()
        otto, key = about.id, uuid4()
        session.add(new_visit(otto))
        session.add(
            Note(
                id=key, person_id=otto, serial=key.int >> 66, happened_at=NOW, written_at=NOW,
                author=KARIN, access="team", text="about both",
            )
        )  # fmt: skip
    read = f"SELECT id FROM note WHERE id = '{key}'"
    for name in (BENT, KARIN):
        assert run_as(shared, name, read)
    _at_once(
        shared,
        f"UPDATE person SET is_restricted = true WHERE id = '{card}'",
        f"INSERT INTO note_person VALUES ('{key}', '{card}')",
    )
    for name in (BENT, KARIN):
        assert not run_as(shared, name, read)
    by_owner(shared, f"UPDATE person SET is_restricted = false WHERE id = '{card}'")
    assert run_as(shared, BENT, read)
    by_owner(shared, "DELETE FROM note_person")
    _at_once(
        shared,
        f"INSERT INTO note_person VALUES ('{key}', '{card}')",
        f"UPDATE person SET is_restricted = true WHERE id = '{card}'",
    )
    for name in (BENT, KARIN):
        assert not run_as(shared, name, read)


def test_without_it_volunteers_see_nobody_rather_than_everybody(
    shared: SharedOffice, card: UUID
) -> None:
    with Session(shared.owner) as session, session.begin():
        session.add(new_visit(card))
    assert card in _seen(shared)
    by_owner(shared, "DELETE FROM sec.visiting")
    try:
        assert _seen(shared) == set()
        with shared.owner.connect() as connection:
            said = {(f.message, f.what) for f in check(connection)}
        assert (VISITED_WRONGLY, BENT) in said
    finally:
        with shared.owner.begin() as connection:
            install(connection)
    assert card in _seen(shared)


def test_nobody_asks_the_server_who_visits_whom(shared: SharedOffice) -> None:
    for name in COLLEAGUES:
        for asked in ("sec.visiting", "sec.restricted_note", "sec_inside.visited_notes()"):
            assert state_of(shared, name, f"SELECT * FROM {asked}") == "42501"
        assert state_of(shared, name, "SELECT sec.count_visiting('{}')") == "42501"
        assert state_of(shared, name, "DELETE FROM sec.visiting") == "42501"


def test_volunteers_alone_are_kept(shared: SharedOffice, card: UUID) -> None:
    with Session(shared.owner) as session, session.begin():
        session.add_all(new_visit(card, who) for who in (BENT, KARIN))
    assert by_owner(shared, "SELECT array_agg(DISTINCT who) FROM sec.visiting") == [BENT]
