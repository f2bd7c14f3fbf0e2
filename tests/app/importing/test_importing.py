"""Tests of importing people: all or nothing, twins held, wrong rows in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.access.rules import Role
from app.clients.queries import client_card
from app.errors import Refused
from app.exchange.reading import read_table
from app.importing import people_rows
from app.importing.actions import import_people
from app.importing.checking import check_list
from app.importing.queries import count_open_rows, earlier_import, open_rows, twin_name
from app.importing.rules import FILLED_FIELDS, ColumnPlan, Target
from app.importing.watch import Watch
from app.importing.wrong_rows import write_wrong_rows
from db.access import Member
from db.admin import AuditLine
from db.exchange import ImportRun
from db.people import Person, PersonLanguage, PersonNameKey, PersonRole
from resources.text import say, use_language
from tests.conftest import NOW
from tests.factories.clients import add_client, client_details
from tests.factories.imports import checked, plan_for, run_import, table
from tests.factories.lists import ERNA, HEADINGS, OLE

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Engine

    from app.office import Office

WRONG = ("Karl", "Wrong", "31.2.1938", "Weg", "1", "4059", "Düsseldorf")


def _names(office: Office) -> list[str]:
    names = office.ask(lambda one: one.execute(select(Person.family_name)).scalars().all())
    return sorted(names)


def _facts(office: Office, table: Any, person_id: UUID) -> list[dict[str, object]]:  # noqa: ANN401 - any table
    key = table.id if table is Person else table.person_id
    found = office.ask(
        lambda connection: (
            connection.execute(select(table).where(key == person_id)).mappings().all()
        )
    )
    left_out = {"id", "person_id", "source"}
    return [{k: v for k, v in row.items() if k not in left_out} for row in found]


def test_everybody_of_a_good_list_is_added(office: Office) -> None:
    run_id = run_import(office, table())

    assert _names(office) == ["Krüger", "Sørensen"]
    run = office.ask(lambda one: one.execute(select(ImportRun)).mappings().one())
    assert (run["id"], run["rows"], run["added"], run["held"], run["wrong"]) == (run_id, 2, 2, 0, 0)
    assert (run["who"], run["file_name"]) == ("Anna Beispiel", "people.csv")


def test_an_import_is_one_line_of_the_audit(office: Office) -> None:
    run_import(office, table())

    lines = office.ask(lambda one: one.execute(select(AuditLine.action)).scalars().all())
    assert lines == ["import_people"]


def test_an_imported_person_is_as_if_typed_into_the_form(office: Office) -> None:
    headers = (*HEADINGS, "Telefon", "Mobil", "E-Mail", "Sprachen", "Lebt allein", "Notiz")
    more = ("0211 8998999", "0170 1234567", "e@example.org", "Türkisch, Deutsch", "ja", "Fährt Rad")
    run_import(office, table([(*ERNA, *more)], headers))
    imported = office.ask(lambda one: one.execute(select(Person.id)).scalar_one())
    typed = add_client(
        office, street=ERNA[3], house_number="229", postal_code="40595", city="Düsseldorf",
        phone=more[0], mobile=more[1], email=more[2], languages=("tr", "de"), lives_alone=True,
        about="Fährt Rad",
    )  # fmt: skip

    for rows in (Person, PersonRole, PersonNameKey, PersonLanguage):
        assert _facts(office, rows, imported) == _facts(office, rows, typed), rows.__tablename__


def test_an_imported_person_is_found_and_says_where_it_comes_from(office: Office) -> None:
    run_import(office, table([ERNA]))
    person = office.ask(lambda one: one.execute(select(Person)).mappings().one())

    card = office.ask(client_card, person["id"])
    assert card is not None
    assert card.name == "Erna Krüger"
    assert person["source"] == "people.csv"


def test_the_same_run_twice_changes_nothing(office: Office) -> None:
    ready, run_id = checked(office, table()), uuid4()
    office.act(import_people, run_id, ready, Watch())
    office.act(import_people, run_id, ready, Watch())

    assert _names(office) == ["Krüger", "Sørensen"]


def test_wrong_rows_are_left_out_and_named_with_their_line(office: Office) -> None:
    ready = checked(office, table([ERNA, WRONG, OLE], HEADINGS))

    assert [row.line for row in ready.wrong] == [3]
    assert [problem.field for problem in ready.wrong[0].problems] == ["birth", "postal_code"]
    assert [row.details.family_name for row in ready.good] == ["Krüger", "Sørensen"]


def test_a_danish_office_reads_danish_addresses(office: Office) -> None:
    row = ("Ole", "Sørensen", "2. maj 1941", "Torvet 7, 3. tv", "", "2750", "Ballerup")
    ready = checked(office, table([(*row[:2], "02.05.1941", *row[3:])]), country="DK")

    assert [row.details.country for row in ready.good] == ["DK"]
    assert ready.good[0].details.address.door == "tv"
    assert checked(office, table([row]), country="DK").wrong[0].problems[0].field == "birth"


def test_importing_a_file_twice_holds_every_row(office: Office) -> None:
    rows = [ERNA, (*ERNA[:2], "", "", "", "", ""), ("", "Maurer", "", "", "", "", "")]
    run_import(office, table(rows))
    again = checked(office, table(rows))

    assert not again.good
    assert len(again.held) == 3
    run_import(office, table(rows))
    assert _names(office) == ["Krüger", "Maurer"]


def test_a_row_that_looks_like_someone_is_held_with_reasons(office: Office) -> None:
    known = add_client(office, street="Frankfurter Straße", house_number="229",
                       postal_code="40595", city="Düsseldorf")  # fmt: skip
    run_import(office, table([("Erna", "Kröger", *ERNA[2:])]))

    (held,) = office.ask(open_rows)
    assert held.twin_id == known
    assert held.details.family_name == "Kröger"
    assert (held.twin.family_name, held.line, held.file_name) == ("Krüger", 2, "people.csv")
    assert twin_name(held) == "Erna Krüger"
    assert "same birth date" in held.reasons
    assert _names(office) == ["Krüger"]
    assert office.ask(count_open_rows) == 1


def test_a_row_is_held_for_the_same_phone_where_little_else_is_known(office: Office) -> None:
    known = add_client(office, family_name="Krügerkamp", birth="", phone="0211 8998999")
    blank = ("", "", "", "", "")
    headings = (*HEADINGS, "Telefon")
    without = ("Erna", "Krügercamp", *blank, "")
    run_import(office, table([("Erna", "Krügercamp", *blank, "+49 211 8998999")], headings))

    (held,) = office.ask(open_rows)
    assert held.twin_id == known
    assert "same phone number" in held.reasons
    assert not checked(office, table([without], headings)).held


def test_two_rows_of_one_person_are_added_once(office: Office) -> None:
    run_import(office, table([ERNA, OLE, ERNA, ("Erna", "Kröger", *ERNA[2:])]))

    held = office.ask(open_rows)
    assert [row.line for row in held] == [4, 5]
    assert len({row.twin_id for row in held}) == 1
    assert _names(office) == ["Krüger", "Sørensen"]


def test_a_row_like_a_held_row_is_held_for_the_same_person(office: Office) -> None:
    known = add_client(office, street="Frankfurter Straße", house_number="229",
                       postal_code="40595", city="Düsseldorf")  # fmt: skip
    typo = ("Erna", "Kröger", *ERNA[2:])
    run_import(office, table([typo, typo, ERNA]))

    assert {row.twin_id for row in office.ask(open_rows)} == {known}


def test_restricted_people_are_not_given_away_by_an_import(office: Office, engine: Engine) -> None:
    add_client(office, street="Frankfurter Straße", house_number="229",
               postal_code="40595", city="Düsseldorf")  # fmt: skip
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE person SET is_restricted = 1")

    ready = checked(office, table([ERNA]))

    assert not ready.held


def test_a_list_without_the_name_is_refused(office: Office) -> None:
    typed = table()
    plan = ColumnPlan((Target.NOTHING,) * len(HEADINGS), "DE")

    with pytest.raises(Refused):
        check_list(typed, plan, NOW.date(), (), Watch())


def test_a_list_of_wrong_rows_only_is_not_imported(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        run_import(office, table([WRONG]))

    assert say(refused.value.problems[0]) == "No row of this list can be imported."


def test_a_check_can_be_stopped(office: Office) -> None:
    watch = Watch()
    watch.stop()
    typed = table()

    with pytest.raises(Refused) as refused:
        check_list(typed, plan_for(typed), NOW.date(), (), watch)

    assert "stopped" in say(refused.value.problems[0])


def test_nothing_is_half_imported(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_rows, "_BATCH", 1)
    ready = checked(office, table())

    with pytest.raises(Refused):
        office.act(import_people, uuid4(), ready, _StopsAfterOne())

    assert _names(office) == []
    assert office.ask(lambda one: one.execute(select(ImportRun)).all()) == []


class _StopsAfterOne(Watch):
    def step(self, count: int = 1) -> None:
        super().step(count)
        self.stop()


def test_importing_is_a_right(office: Office, engine: Engine) -> None:
    ready = checked(office, table())
    with engine.begin() as connection:
        connection.execute(
            Member.__table__.insert(),  # type: ignore[attr-defined] # a table has it
            {"id": uuid4(), "version": 1, "name": "Anna Beispiel", "role": Role.VOLUNTEER,
             "is_active": True, "since": NOW},
        )  # fmt: skip

    with pytest.raises(Refused):
        office.act(import_people, uuid4(), ready, Watch())

    assert _names(office) == []


def test_a_file_that_was_here_before_is_known(office: Office) -> None:
    typed = table()
    assert office.ask(earlier_import, typed.source.sha256) is None
    run_import(office, typed)

    earlier = office.ask(earlier_import, typed.source.sha256)

    assert earlier is not None
    assert (earlier.at, earlier.who, earlier.added) == (NOW, "Anna Beispiel", 2)


def test_wrong_rows_are_written_to_be_corrected_and_imported(
    office: Office, tmp_path: Path
) -> None:
    hostile = ("=1+1", "Wrong", "31.2.1938", "", "", "", "40595")
    ready = checked(office, table([ERNA, hostile]))
    use_language("de")

    file = write_wrong_rows(tmp_path / "wrong.csv", ready, office.local_now, "Anna Beispiel")

    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    again = read_table(file)
    assert again.headers[:-1] == HEADINGS
    assert again.rows[0][:2] == ("'=1+1", "Wrong")
    assert ":" in again.rows[0][-1]
    assert plan_for(again).targets[-1] is Target.NOTHING
    corrected = table([(*again.rows[0][:2], "28.2.1938", "", "", "", "")], HEADINGS)
    assert checked(office, corrected).good[0].details.given_name == "=1+1"


def test_a_row_fills_fields_of_the_form_only() -> None:
    assert set(FILLED_FIELDS) <= set(client_details().__dataclass_fields__)
