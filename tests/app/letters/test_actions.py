"""Writing letters: kept with their pages in the history, or not at all."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from app.errors import Refused
from app.letters.actions import write_appointment_letter, write_letter_to
from app.letters.queries import letter_pdf, letters_of_client
from db.admin import AuditLine
from db.letters import Letter
from tests.factories.letters import TUESDAY, office_card, person, visit
from tests.forms.reading import find, text_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.letters.rows import LetterWritten
    from app.office import Office


def _write(office: Office, visit_id: UUID, language: str = "", **more: bool) -> LetterWritten:
    return office.act(write_appointment_letter, visit_id, language, uuid4(), **more).value


def _count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(Letter)).scalar_one()


def _fields(office: Office, visit_id: UUID, language: str = "") -> set[str]:
    with pytest.raises(Refused) as refused:
        _write(office, visit_id, language)
    assert office.ask(_count) == 0
    return {problem.field for problem in refused.value.problems}


def test_the_letter_stands_in_the_history_with_its_pages(office: Office) -> None:
    office_card(office)
    client = person(office)
    written = _write(office, visit(office, client))

    (row,) = office.ask(letters_of_client, client)
    pages = office.ask(letter_pdf, row.id)
    assert row.id == written.id
    assert (row.language, row.author) == ("de", "Anna Beispiel")
    assert row.subject == "Ihr Termin: Dienstag, 24. November 2026"
    assert pages is not None
    assert pages.pdf == written.pdf
    assert "Ricarda-Huch-Straße 12" in text_of(written.pdf)


def test_the_checksum_is_that_of_the_pages(office: Office) -> None:
    office_card(office)
    written = _write(office, visit(office, person(office)))

    def checksum(connection: Connection) -> str:
        return connection.execute(select(Letter.sha256)).scalar_one()

    assert office.ask(checksum) == sha256(written.pdf).hexdigest()


def test_the_act_is_audited_and_touches_letters(office: Office) -> None:
    office_card(office)
    done = office.act(write_appointment_letter, visit(office, person(office)), "de", uuid4())

    def actions(connection: Connection) -> list[str]:
        return list(connection.execute(select(AuditLine.action)).scalars())

    assert done.features == {"letters"}
    assert "write_appointment_letter" in office.ask(actions)


def test_the_same_letter_twice_is_one_letter(office: Office) -> None:
    office_card(office)
    visit_id, letter_id = visit(office, person(office)), uuid4()
    first = office.act(write_appointment_letter, visit_id, "de", letter_id).value
    again = office.act(write_appointment_letter, visit_id, "en", letter_id).value

    assert again == first
    assert office.ask(_count) == 1


def test_when_the_page_cannot_be_set_nothing_is_kept(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_card(office)
    visit_id = visit(office, person(office))

    def broken(_facts: object) -> bytes:
        raise OSError

    monkeypatch.setattr("app.letters.composing.actions.render", broken)
    with pytest.raises(OSError):  # noqa: PT011 - the planted one
        _write(office, visit_id)
    assert office.ask(_count) == 0


def test_when_the_row_cannot_be_kept_no_pages_come_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_card(office)
    visit_id = visit(office, person(office))
    monkeypatch.setattr("app.letters.composing.actions.sha256", lambda _pdf: None)

    with pytest.raises(AttributeError):
        _write(office, visit_id)
    assert office.ask(_count) == 0


def test_the_letter_is_in_the_persons_language(office: Office) -> None:
    office_card(office)
    visit_id = visit(office, person(office, letter_language="da"))

    assert "Venlig hilsen" in text_of(_write(office, visit_id).pdf)
    assert "Kind regards" in text_of(_write(office, visit_id, "en").pdf)


def test_the_letter_is_also_written_in_turkish(office: Office) -> None:
    office_card(office)
    client = person(office, letter_language="tr")
    _write(office, visit(office, client))

    assert office.ask(letters_of_client, client)[0].language == "tr"


def test_a_danish_office_writes_danish_for_its_own_window(office: Office) -> None:
    office_card(office, country="DK", postal_code="2750", city="Ballerup")
    client = person(
        office,
        given_name="Søren",
        family_name="Ærø",
        country="DK",
        street="Tøndergade",
        house_number="10A",
        floor="2",
        door="th",
        postal_code="2750",
        city="Ballerup",
    )
    pdf = _write(office, visit(office, client)).pdf

    assert "Kære Søren Ærø" in text_of(pdf)
    assert find(pdf, "Tøndergade 10A, 2. th").bottom < 78


def test_a_letter_abroad_names_the_country(office: Office) -> None:
    office_card(office)
    client = person(office, country="DK", postal_code="2750", city="Ballerup")

    assert "DÄNEMARK" in text_of(_write(office, visit(office, client)).pdf)


def test_a_protected_address_is_not_printed_unconfirmed(office: Office) -> None:
    office_card(office)
    visit_id = visit(office, person(office, address_protected=True))

    assert _fields(office, visit_id) == {"confirmed_protected"}
    assert _write(office, visit_id, confirmed_protected=True).pdf


@pytest.mark.parametrize("gap", ["street", "postal_code", "city"])
def test_an_incomplete_address_is_refused(office: Office, gap: str) -> None:
    office_card(office)

    assert _fields(office, visit(office, person(office, **{gap: ""}))) == {"recipient"}


def test_an_office_without_a_phone_cannot_ask_people_to_call(office: Office) -> None:
    office_card(office, phone="")

    assert _fields(office, visit(office, person(office))) == {"phone"}


def test_a_visit_that_is_gone_held_or_past_is_not_announced(office: Office) -> None:
    office_card(office)
    client = person(office)

    assert _fields(office, uuid4()) == {"visit_id"}
    assert _fields(office, visit(office, client, status="held")) == {"visit_id"}
    assert _fields(office, visit(office, client, TUESDAY - timedelta(days=2))) == {"visit_id"}


def test_an_unknown_language_is_refused(office: Office) -> None:
    office_card(office)

    assert _fields(office, visit(office, person(office)), "xx") == {"language"}


def test_a_letter_by_template_announces_the_next_planned_visit(office: Office) -> None:
    office_card(office)
    client = person(office)
    visit(office, client, TUESDAY + timedelta(days=7))
    visit(office, client, TUESDAY, status="cancelled")
    visit(office, client, TUESDAY + timedelta(days=1))
    written = office.act(write_letter_to, client, "appointment", "", uuid4()).value

    assert "25. November 2026" in text_of(written.pdf)


@pytest.mark.parametrize(
    ("template", "field"), [("nonsense", "template"), ("appointment", "visit_id")]
)
def test_what_cannot_be_written_by_template_is_refused(
    office: Office, template: str, field: str
) -> None:
    office_card(office)
    with pytest.raises(Refused) as refused:
        office.act(write_letter_to, person(office), template, "", uuid4())

    assert refused.value.problems[0].field == field
