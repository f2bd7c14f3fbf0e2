"""Requirements of the step from clients to people: nothing that an office held is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from sqlalchemy import text

from db.schema import migrate, migrate_down
from db.session import open_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

ERNA = "11111111111141118111111111111111"
VISIT = "22222222222242228222222222222222"
CARD = {
    "given_name": "Erna",
    "family_name": "Łukasik",
    "salutation": "ms",
    "birth_precision": "day",
    "birth_date": "1938-11-24",
    "phone": "+49 211 8991",
    "mobile": "",
    "email": "",
    "country": "DE",
    "care_of": "",
    "street": "Am Hackenbruch",
    "house_number": "12",
    "floor": "",
    "door": "",
    "postal_code": "40231",
    "city": "Düsseldorf",
    "letter_language": "",
    "hint": "Ring twice",
    "about": "Likes cards",
    "sort_key_de": "lukasik erna",
    "sort_key_da": "lukasik erna",
    "version": 7,
}
ROWS: dict[str, dict[str, Any]] = {
    "client_language": {"position": 0, "tag": "pl"},
    "client_name_key": {
        "word": "erna",
        "words": " erna lukasik",
        "sort_key_de": "lukasik erna",
        "sort_key_da": "lukasik erna",
    },
    "client_note": {
        "id": "33333333333343338333333333333333",
        "written_at": "2026-11-20 08:30:00.000000",
        "author": "Anna Beispiel",
        "text": "Erna möchte Karten spielen.",
        "version": 1,
    },
    "visit": {
        "id": VISIT,
        "visitor": "Berta",
        "planned_start": "2026-11-24 10:00:00.000000",
        "planned_end": "2026-11-24 11:00:00.000000",
        "place": "home",
        "place_note": "",
        "status": "planned",
        "not_held_reason": "",
        "note": "",
        "version": 3,
    },
    "letter": {
        "id": "44444444444444448444444444444444",
        "visit_id": VISIT,
        "template": "appointment",
        "language": "de",
        "subject": "Besuch",
        "written_at": "2026-11-20 08:30:00.000000",
        "author": "Anna Beispiel",
        "sha256": "00",
        "version": 1,
    },
}


@pytest.fixture(params=["sqlite", "postgresql"])
def before(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An office of each kind of database as the first version of the program left it."""
    if request.param == "postgresql":
        engine = request.getfixturevalue("postgres")
    else:
        engine = open_engine(tmp_path / "office.db", bytes(32), create=True)
    migrate(engine, "0001")
    with engine.begin() as connection:
        _fill(connection)
    yield engine
    engine.dispose()


def _fill(connection: Connection) -> None:
    flags = {"lives_alone": True, "address_protected": False}
    _insert(connection, "client", {"id": ERNA, **CARD, **flags})
    for table, row in ROWS.items():
        _insert(connection, table, {"client_id": ERNA, **row})


def _insert(connection: Connection, table: str, row: dict[str, Any]) -> None:
    row = {**row, "pdf": b"%PDF"} if table == "letter" else row
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)  # noqa: S608 - names of this file


def _row(connection: Connection, table: str) -> dict[str, Any]:
    (row,) = connection.execute(text(f"SELECT * FROM {table}")).mappings()  # noqa: S608 - a name of this file
    return {
        name: value.hex if isinstance(value, UUID) else value for name, value in dict(row).items()
    }


def _without_times(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if not name.endswith(("_at", "_date"))}


def test_everything_on_a_card_comes_along(before: Engine) -> None:
    migrate(before)
    with before.connect() as connection:
        person = _row(connection, "person")
        role = _row(connection, "person_role")

    assert person.items() >= _without_times(CARD).items()
    assert str(person["birth_date"]) == CARD["birth_date"]
    assert (person["id"], person["status"], person["linked_to"]) == (ERNA, "active", None)
    assert (role["person_id"], role["role"]) == (ERNA, "client")


def test_notes_visits_and_letters_come_along(before: Engine) -> None:
    migrate(before)
    with before.connect() as connection:
        note, visit = _row(connection, "note"), _row(connection, "visit")
        letter, language = _row(connection, "letter"), _row(connection, "person_language")

    assert (note["person_id"], note["text"]) == (ERNA, ROWS["client_note"]["text"])
    assert (note["author"], note["access"]) == ("Anna Beispiel", "team")
    assert (visit["client_id"], visit["id"], visit["version"]) == (ERNA, VISIT, 3)
    assert (letter["client_id"], letter["visit_id"]) == (ERNA, VISIT)
    assert bytes(letter["pdf"]) == b"%PDF"
    assert (language["person_id"], language["tag"]) == (ERNA, "pl")


def test_the_words_of_old_notes_are_found(before: Engine) -> None:
    migrate(before)
    found = {
        "sqlite": "SELECT rowid FROM note_words WHERE note_words MATCH 'spiel*'",
        "postgresql": (
            "SELECT serial FROM note_words WHERE words @@ to_tsquery('simple', 'spiel:*')"
        ),
    }[before.dialect.name]
    with before.connect() as connection:
        assert connection.execute(text(found)).scalars().all() == [
            _row(connection, "note")["serial"]
        ]


def test_the_way_back_keeps_what_the_first_version_knows(before: Engine) -> None:
    migrate(before)
    migrate_down(before, "0001")
    with before.connect() as connection:
        assert _row(connection, "client").items() >= _without_times(CARD).items()
        for table, row in ROWS.items():
            stored = _row(connection, table)
            assert stored["client_id"] == ERNA
            expected = {k: v for k, v in row.items() if not k.startswith("planned")}
            assert stored.items() >= _without_times(expected).items()
