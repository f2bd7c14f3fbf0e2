"""The demo's journal: what the forms allow, found by its words, agreeing with every card."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.admin.offices import key_from_file, open_office
from app.clients.contact import last_contact
from app.demo.filling import Rows, demo_rows
from app.demo.rota import OWN_NAMES
from app.demo.rules import Country, DemoPlan
from app.demo.writing import add_demo_clients
from app.journal.queries import (
    attachments_of,
    note_versions,
    people_of_note,
    search_notes,
    snippet_texts,
)
from app.journal.rules import Access, Medium, Topic
from app.journal.snippets import check_snippet
from db.journal import Note
from db.people import Person
from db.word_index import words_out_of_step
from tests.app.demo.test_books import COUNTRIES
from tests.app.demo.test_rules import TODAY
from tests.factories.demos import copied_demo

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office


@pytest.fixture(scope="module")
def rows() -> Rows:
    return demo_rows(DemoPlan(TODAY, clients=400), range(400), {})


def test_notes_say_what_the_form_offers(rows: Rows) -> None:
    media, access, topics = Counter[str](), Counter[str](), set[str]()
    for note in rows["note"]:
        media[note["medium"]] += 1
        access[note["access"]] += 1
        topics |= set(note["topics"].split())
        assert note["minutes"] is None or 5 <= note["minutes"] <= 24 * 60
        assert (note["reached"] is None) or note["medium"]
        assert note["happened_at"] < note["written_at"]
        assert note["access"] == "team" or not note["follow_up"]
    assert set(media) == {"", *Medium}
    assert set(access) == set(Access)
    assert access["team"] > 0.9 * len(rows["note"])
    assert topics <= set(Topic)
    assert len(topics) > 8


def test_some_notes_were_corrected_and_say_what_stood_there(rows: Rows) -> None:
    corrected = {note["id"]: note for note in rows["note"] if note["corrections"]}
    assert {version["note_id"] for version in rows["note_version"]} == set(corrected)
    assert 0 < len(corrected) < 0.1 * len(rows["note"])
    for version in rows["note_version"]:
        before = json.loads(version["fields"])
        assert before["text"] != corrected[version["note_id"]]["text"]
        assert before["medium"] == corrected[version["note_id"]]["medium"]


def _all_contacts(connection: Connection) -> bool:
    """Answer whether every card says what visits and notes say."""
    cards = connection.execute(select(Person.id, Person.last_contact)).all()
    return all(day == last_contact(connection, key) for key, day in cards)


def _sample(connection: Connection) -> tuple[UUID, ...]:
    return tuple(connection.execute(select(Note.id).where(Note.corrections == 1)).scalars())


def test_every_card_and_the_index_agree_with_the_notes(office: Office) -> None:
    office.act(add_demo_clients, DemoPlan(TODAY, clients=60), range(60), {})
    assert office.ask(_all_contacts)
    assert office.ask(words_out_of_step) == 0
    assert office.ask(search_notes, "frau").has_more
    for note_id in office.ask(_sample):
        for version in office.ask(note_versions, note_id):
            assert version.text or not version.is_readable


@COUNTRIES
def test_files_short_words_and_a_shared_note_are_there(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, country: Country
) -> None:
    folder = copied_demo(tmp_path_factory, tmp_path / "demo", country)
    word = {Country.GERMANY: "kaffeenachmittag", Country.DENMARK: "kaffeeftermiddag"}[country]
    office = open_office(folder, key_from_file(folder / "demo.key"), who=OWN_NAMES[country])
    try:
        texts = office.ask(snippet_texts)
        with_files = office.ask(_with_files)
        files = [file for note_id in with_files for file in office.ask(attachments_of, note_id)]
        (shared,) = office.ask(search_notes, word).hits
        people = office.ask(people_of_note, shared.id)
    finally:
        office.close()
    assert len(people) == 2
    assert len(texts) == 3
    assert [check_snippet(word, text) for word, text in texts.items()] == [()] * 3
    assert sorted(file.kind for file in files) == ["text", "text"]


def _with_files(connection: Connection) -> tuple[UUID, ...]:
    return tuple(connection.execute(select(Note.id).where(Note.attachments > 0)).scalars())
