"""Requirements of letting go: rehearsed first, complete, confirmed, and without a name after."""

from __future__ import annotations

import json
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, text

from app.access.rules import Role
from app.errors import Refused, Unavailable
from app.privacy.actions import Entry, carry_out, set_period
from app.privacy.keeping import file_of, office_keeping, rehearse
from app.privacy.looking import note_looks
from app.privacy.rules import Confirmation, Override, Way
from db.admin import AuditLine, OfficeCard
from db.belongings import about_people
from db.intake import Intake
from db.journal import Note, NotePerson
from db.people import Person, PersonRole
from db.privacy import Deletion, Look
from tests.conftest import NOW
from tests.factories.access import member, restricted
from tests.factories.clients import add_client, add_note
from tests.factories.every_table import fill_every_table
from tests.factories.linking import link

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Act, Office

TODAY = date(2026, 11, 23)
LONG_AGO = date(2020, 1, 1)
MARK = "Kanarienvogel"
FRESH = NOW - timedelta(minutes=1)


def _end_roles(act: Act, person_id: UUID, day: date = LONG_AGO) -> None:
    for role in act.session.scalars(select(PersonRole).where(PersonRole.person_id == person_id)):
        role.until = day


def _in_country(act: Act, country: str) -> None:
    act.session.add(OfficeCard(name="X", country=country, created_at=act.now))


def _decline(act: Act, person_id: UUID) -> None:
    act.session.add(
        Intake(
            person_id=person_id,
            service="visiting",
            stage="declined",
            requested_on=LONG_AGO,
            decided_on=LONG_AGO,
            source="self",
            reason="no_capacity",
            note=MARK,
            taken_by=act.who,
        )
    )


@pytest.fixture
def gone(office: Office) -> UUID:
    """Erna, whose role ended years ago."""
    erna = add_client(office, hint=MARK)
    office.act(_end_roles, erna)
    return erna


def _sure(count: int = 1, archive: str = "") -> Confirmation:
    return Confirmation(str(count), count, FRESH, archive)


def _due(office: Office) -> list[tuple[str, str]]:
    return [(row.period.code, row.name) for row in office.ask(rehearse, TODAY).rows]


def _people_text(connection: Connection) -> str:
    """Answer every value of every table about people."""
    return " ".join(
        str(tuple(row))
        for _entry, table in about_people()
        for row in connection.execute(select(table))
    )


def _all_text(connection: Connection) -> str:
    """Answer every value of every table about people, and of the records of what went."""
    parts = [_people_text(connection)]
    for model in (Deletion, AuditLine):
        parts += [str(tuple(row)) for row in connection.execute(select(model.__table__))]
    return " ".join(parts)


def test_a_rehearsal_tells_who_what_why_and_when_and_touches_nothing(
    office: Office, gone: UUID
) -> None:
    add_client(office, given_name="Still here")
    before = office.ask(_all_text)

    (row,) = office.ask(rehearse, TODAY).rows
    assert (row.person_id, row.name, row.count) == (gone, "Erna Krüger", 1)
    assert (row.since, row.due_on) == (LONG_AGO, date(2023, 1, 1))
    assert row.period.source
    assert office.ask(_all_text) == before


@pytest.mark.parametrize(
    "keeps",
    ["role", "note", "task", "period"],
)
def test_what_still_goes_on_keeps_a_file(office: Office, gone: UUID, keeps: str) -> None:
    if keeps == "role":
        office.act(_end_roles, gone, TODAY + timedelta(days=1))
    elif keeps == "note":
        add_note(office, gone)
    elif keeps == "task":
        office.act(_add_task, gone)
    else:
        office.act(set_period, uuid4(), Override("client_file", 120, TODAY, "Order 4"))

    assert _due(office) == []
    if keeps == "period":
        found = office.ask(office_keeping, TODAY).of("client_file")
        assert found is not None
        assert found.is_own
        assert office.ask(file_of, gone, TODAY) is not None


def _add_task(act: Act, person_id: UUID) -> None:
    from db.tasks import Task  # noqa: PLC0415 - only here

    act.session.add(
        Task(
            title="Call",
            person_id=person_id,
            assignee=act.who,
            state="open",
            created_at=act.now,
            created_by=act.who,
        )
    )


def test_death_ends_all_roles(office: Office) -> None:
    erna = add_client(office)
    office.act(_die, erna)

    assert _due(office) == [("client_file", "Erna Krüger")]


def _die(act: Act, person_id: UUID) -> None:
    person = act.session.get_one(Person, person_id)
    person.status, person.status_from = "deceased", LONG_AGO


def test_a_deleted_person_leaves_no_word_anywhere(office: Office) -> None:
    erna, other = add_client(office, hint=MARK), add_client(office, given_name="Ali")
    office.act(fill_every_table, erna, other, MARK)
    office.act(_clear_business, erna)
    assert MARK in office.ask(_all_text)

    entry = Entry("client_file", erna)
    counts = office.act(carry_out, entry, _sure()).value

    assert MARK not in office.ask(_all_text)
    assert str(erna) not in office.ask(_people_text)
    assert counts["person"] == counts["note"] == counts["letter"] == counts["attachment"] == 1
    assert office.ask(_indexed, MARK) == 0
    assert office.ask(_count_people) == 1


def _clear_business(act: Act, person_id: UUID) -> None:
    """Let nothing be open any more, so that the file is due."""
    for statement in (
        "UPDATE person_role SET until = '2020-01-01'",
        "UPDATE task SET state = 'done'",
        "UPDATE visit SET status = 'cancelled'",
        "UPDATE intake SET stage = 'declined', decided_on = '2020-01-01'",
        "UPDATE note SET happened_at = '2020-01-01 00:00:00.000000'",
        "UPDATE person SET last_contact = NULL",
    ):
        act.session.execute(text(statement))
    del person_id


def _indexed(connection: Connection, word: str) -> int:
    found = text("SELECT count(*) FROM note_words WHERE note_words MATCH :word")
    return int(connection.execute(found, {"word": word.lower()}).scalar_one())


def _count_people(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(Person)).scalar_one())


def test_the_record_names_no_person(office: Office, gone: UUID) -> None:
    office.act(carry_out, Entry("client_file", gone), _sure())

    def look(connection: Connection) -> Any:  # noqa: ANN401 - one row
        return connection.execute(select(Deletion.__table__)).mappings().one()

    record = office.ask(look)
    assert (record["code"], record["way"], record["person_key"]) == (
        "client_file",
        "deleted",
        str(gone),
    )
    assert json.loads(record["counts"])["person"] == 1
    assert "Krüger" not in office.ask(_all_text)


def test_all_linked_cards_go_together(office: Office, gone: UUID) -> None:
    double = add_client(office)
    office.act(_end_roles, double)
    link(office, gone, double)

    (row,) = office.ask(rehearse, TODAY).rows
    assert row.count == 2
    office.act(carry_out, Entry("client_file", gone), _sure())
    assert office.ask(_count_people) == 0


def test_a_note_about_others_as_well_stays_with_them(office: Office, gone: UUID) -> None:
    ali = add_client(office, given_name="Ali")
    note = add_note(office, gone, "Both danced")
    office.act(_share, note, ali)
    office.act(carry_out, Entry("client_file", gone), _sure())

    def look(connection: Connection) -> UUID | None:
        return connection.scalar(select(Note.person_id).where(Note.id == note))

    assert office.ask(look) == ali


def _share(act: Act, note_id: UUID, other: UUID) -> None:
    act.session.add(NotePerson(note_id=note_id, person_id=other))
    act.session.get_one(Note, note_id).happened_at = NOW - timedelta(days=3000)


def test_who_was_declined_stays_countable_without_a_name(office: Office) -> None:
    erna = add_client(office, hint=MARK, phone="0211 8998999", languages=("de",))
    office.act(_decline, erna)
    (row,) = office.ask(rehearse, TODAY).rows
    assert row.period.way is Way.ANONYMISE

    office.act(carry_out, Entry("declined_request", erna), _sure())

    said = office.ask(_all_text)
    assert MARK not in said
    assert "Krüger" not in said
    assert "8998999" not in said

    def look(connection: Connection) -> tuple[Any, ...]:
        person = connection.execute(
            select(Person.given_name, Person.family_name, Person.birth_date)
        ).one()
        stage = connection.execute(select(Intake.stage, Intake.reason)).one()
        return (*person, *stage)

    assert office.ask(look) == ("", "—", date(1938, 1, 1), "declined", "no_capacity")


@pytest.mark.parametrize(
    "confirmation",
    [
        Confirmation("", 1, FRESH),
        Confirmation("1", 1, None),
        Confirmation("1", 1, NOW - timedelta(hours=2)),
    ],
)
def test_nothing_goes_unconfirmed(office: Office, gone: UUID, confirmation: Confirmation) -> None:
    with pytest.raises(Refused):
        office.act(carry_out, Entry("client_file", gone), confirmation)
    assert office.ask(_count_people) == 1


def test_what_was_used_meanwhile_does_not_go(office: Office, gone: UUID) -> None:
    add_note(office, gone)

    for entry in (
        Entry("client_file", gone),
        Entry("staff_file", gone),
        Entry("client_file", uuid4()),
        Entry("client_file"),
    ):
        with pytest.raises(Refused, match="may not go"):
            office.act(carry_out, entry, _sure())


def test_only_those_with_the_right_let_go_and_set_periods(office: Office, gone: UUID) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.COORDINATOR)
    office.work_as("Zoe Amt")

    with pytest.raises(Refused, match="does not allow"):
        office.act(carry_out, Entry("client_file", gone), _sure())
    with pytest.raises(Refused, match="does not allow"):
        office.act(set_period, uuid4(), Override("client_file", 1, TODAY, "Order"))


def test_restricted_people_are_rehearsed_for_those_who_know_them(
    office: Office, gone: UUID
) -> None:
    restricted(office, gone)
    assert len(_due(office)) == 1

    office.work_as("Doris Schutz")
    assert _due(office) == []
    with pytest.raises(Refused, match="may not go"):
        office.act(carry_out, Entry("client_file", gone), _sure())


def test_a_danish_office_archives_before_it_deletes(
    office: Office, gone: UUID, tmp_path: Path
) -> None:
    office.act(_in_country, "DK")
    with pytest.raises(Refused, match="archived"):
        office.act(carry_out, Entry("client_file", gone), _sure())
    with pytest.raises(Unavailable, match="could not be written"):
        office.act(carry_out, Entry("client_file", gone), _sure(1, str(tmp_path / "missing")))
    assert office.ask(_count_people) == 1

    office.act(carry_out, Entry("client_file", gone), _sure(1, str(tmp_path)))

    (file,) = tmp_path.glob("*.zip")
    assert "Kr" not in file.name

    def look(connection: Connection) -> str | None:
        return connection.scalar(select(Deletion.archived))

    assert office.ask(look) == sha256(file.read_bytes()).hexdigest()


def test_old_rows_of_a_table_go_and_newer_ones_stay(office: Office) -> None:
    erna = add_client(office)
    office.act(note_looks, [erna])
    office.act(_old_look, erna)

    (row,) = office.ask(rehearse, TODAY).rows
    assert (row.period.code, row.person_id, row.count) == ("look_log", None, 1)
    assert office.act(carry_out, Entry("look_log"), _sure()).value == {"look": 1}
    assert office.ask(rehearse, TODAY).rows == ()

    def left(connection: Connection) -> int:
        return int(connection.execute(select(func.count()).select_from(Look)).scalar_one())

    assert office.ask(left) == 1


def _old_look(act: Act, person_id: UUID) -> None:
    at = NOW - timedelta(days=3 * 365)
    act.session.add(Look(person_id=person_id, at=at, last_at=at, who="X", what="card", times=1))
