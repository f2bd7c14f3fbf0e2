"""Letters of every template: composed for the person, kept with their pages, or not at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from app.errors import Refused
from app.letters.composing.actions import post_letter, write_letter
from app.letters.composing.queries import letter_sheet, writing_occasion
from app.letters.composing.rules import Choice
from app.letters.composing.states import choose_state
from app.letters.queries import letter_pdf
from app.letters.templates.delivered import common_words
from db.letters import Letter
from tests.factories.households import household
from tests.factories.letter_templates import own_version
from tests.factories.letters import office_card, person, visit
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.letters.rows import LetterWritten
    from app.office import Office

FREE = (("subject", "Ihre Frage"), ("text", "Vielen Dank für Ihren Anruf.\nWir kommen gern."))
DECISION = (
    ("benefit", "Wohngeld"),
    ("decision", "Sie bekommen 42 Euro im Monat."),
    ("reason", "Ihr Einkommen ist klein."),
    ("file_number", "50/12-3456"),
)
THANKS = (("hours", "36"), ("period", "1. Januar bis 30. Juni 2026"))
TYPED = {"free": FREE, "decision": DECISION, "volunteer_thanks": THANKS}


def _write(
    office: Office,
    person_id: UUID,
    template: str = "free",
    letter_id: UUID | None = None,
    **choice: Any,  # noqa: ANN401 - any choice
) -> LetterWritten:
    chosen = Choice(**({"typed": TYPED.get(template, ())} | choice))
    return office.act(write_letter, letter_id or uuid4(), person_id, template, chosen).value


def _said(office: Office, person_id: UUID, template: str = "free", **choice: Any) -> str:  # noqa: ANN401 - any choice
    return " ".join(text_of(_write(office, person_id, template, **choice).pdf).split())


def _fields(office: Office, person_id: UUID, template: str = "free", **choice: Any) -> set[str]:  # noqa: ANN401 - any choice
    with pytest.raises(Refused) as refused:
        _write(office, person_id, template, **choice)
    assert office.ask(_count) == 0
    return {problem.field for problem in refused.value.problems}


def _count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(Letter)).scalar_one()


def _kept(connection: Connection) -> Any:  # noqa: ANN401 - a row
    columns = (Letter.language, Letter.second_language, Letter.layout, Letter.posted_on)
    return connection.execute(select(*columns, Letter.channel)).one()


def test_a_free_letter_says_what_was_typed_and_stands_in_the_history(office: Office) -> None:
    office_card(office)
    written = _write(office, person(office, salutation="ms"))
    pages = office.ask(letter_pdf, written.id)
    text = text_of(written.pdf)

    assert pages is not None
    assert pages.pdf == written.pdf
    assert (pages.row.title, pages.row.subject) == ("Free letter", "Ihre Frage")
    for words in ("Sehr geehrte Frau Krüger,", "Wir kommen gern.", "Freundliche Grüße"):
        assert words in text


def test_the_same_letter_twice_is_one_letter_to_the_byte(office: Office) -> None:
    office_card(office)
    client, letter_id = person(office), uuid4()
    first = _write(office, client, "free", letter_id)

    assert _write(office, client, "free", letter_id, language="da") == first
    assert _write(office, client).pdf == first.pdf


def test_a_decision_says_how_to_object(office: Office) -> None:
    office_card(office)
    said = _said(office, person(office), "decision")

    assert "Ihr Recht auf Widerspruch" in said
    assert "einen Monat Zeit" in said
    assert "elektronisch" in said
    assert "Willi-Becker-Allee 7, 40227 Düsseldorf" in said


def test_a_danish_decision_says_how_to_complain(office: Office) -> None:
    office_card(office, country="DK", postal_code="2750", city="Ballerup")
    said = _said(office, person(office), "decision")

    assert "Din ret til at klage" in said
    assert "4 uger" in said


@pytest.mark.parametrize("missing", ["benefit", "decision", "reason", "file_number"])
def test_a_decision_without_what_it_needs_is_refused_at_the_field(
    office: Office, missing: str
) -> None:
    office_card(office)
    typed = tuple(pair for pair in DECISION if pair[0] != missing)

    assert _fields(office, person(office), "decision", typed=typed) == {missing}
    blank = (*typed, (missing, "  \n"))
    assert _fields(office, person(office), "decision", typed=blank) == {missing}


def test_a_legal_part_that_hides_the_electronic_way_stops_the_decision(office: Office) -> None:
    office_card(office)
    text = "[subject]\nBescheid\n\n[purpose]\n{decision}\n\n[legal]\nSie haben einen Monat Zeit.\n"
    own_version(office, "decision", "de", text)
    client = person(office)

    assert _fields(office, client, "decision") == {"legal"}
    own_version(office, "decision", "de", f"{text} Auch elektronisch.\n", number=2)
    assert "Auch elektronisch." in _said(office, client, "decision")


def test_a_decision_is_in_the_official_language_with_the_persons_beside_it(office: Office) -> None:
    office_card(office)
    client = person(office, letter_language="en")
    said = _said(office, client, "decision")

    assert "Bescheid: Wohngeld" in said
    assert "Decision: Wohngeld" in said
    assert "Der deutsche Text ist verbindlich." in said
    assert common_words("en")["binding.de"] in said
    kept = office.ask(_kept)
    assert (kept.language, kept.second_language) == ("de", "en")
    assert kept.layout == "din_b normal after"


def test_a_decision_in_another_language_alone_is_refused(office: Office) -> None:
    office_card(office)

    assert _fields(office, person(office), "decision", language="en") == {"language"}


def test_large_print_is_what_the_person_asked_for(office: Office) -> None:
    office_card(office)
    _write(office, person(office, letter_format="large_18"))

    assert office.ask(_kept).layout == "din_b large18"


@pytest.mark.parametrize(
    ("choice", "field"),
    [
        ({"language": "fr"}, "language"),
        ({"second": "xx"}, "second"),
        ({"language": "de", "second": "de"}, "second"),
        ({"size": "tiny"}, "size"),
        ({"layout": "a3"}, "layout"),
        ({"arrangement": "upside down", "second": "en"}, "arrangement"),
        ({"typed": (("subject", "A"), ("text", "\ue000"))}, "text"),
        ({"typed": (("subject", "A"), ("text", "\0"))}, "text"),
        ({"typed": (("subject", "A"), ("text", "\ud800"))}, "text"),
        ({"typed": (("subject", "A"), ("text", "x" * 20_001))}, "text"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(
    office: Office, choice: dict[str, Any], field: str
) -> None:
    office_card(office)

    assert _fields(office, person(office), "free", **choice) == {field}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"street": ""}, "recipient"),
        ({"address_protected": True}, "confirmed_protected"),
        (
            {"care_of": "Ein langer Name nach dem anderen, bis das Fenster voll ist, " * 3},
            "recipient",
        ),
        ({"status": "deceased", "status_from": date(2026, 1, 1)}, "recipient"),
        ({"given_name": "\ue000"}, "name"),
    ],
)
def test_who_cannot_be_written_to_is_refused_with_the_reason(
    office: Office, fields: dict[str, Any], field: str
) -> None:
    office_card(office)

    assert field in _fields(office, person(office, **fields))


def test_what_a_value_contains_is_never_markup(office: Office) -> None:
    office_card(office)
    typed = (("subject", "{name}"), ("text", "**fett** {phone} <b>x</b>\n- kein Punkt"))

    said = _said(office, person(office), typed=typed)
    assert "{name}" in said
    assert "**fett** {phone} <b>x</b> - kein Punkt" in said


def test_what_looks_like_markup_in_a_typed_text_is_named_with_its_line(office: Office) -> None:
    office_card(office)
    typed = (("subject", "Frage"), ("text", "Guten Tag\n{phone} <img src=x>"))
    sheet = office.ask(
        letter_sheet, person(office), "free", Choice(typed=typed), date(2026, 11, 23)
    )

    named = [(p.field, p.values["line"]) for p in sheet.remarks if "line" in p.values]
    assert named == [("text", 2), ("text", 2)]


def test_an_unknown_letter_or_person_is_refused(office: Office) -> None:
    office_card(office)

    assert _fields(office, person(office), "nonsense") == {"template"}
    assert _fields(office, uuid4()) == {""}


def test_a_letter_about_a_visit_tells_of_the_next_one(office: Office) -> None:
    office_card(office)
    client = person(office)
    assert _fields(office, client, "visit_announcement") == {"visit_id"}

    visit(office, client)
    said = _said(office, client, "appointment")
    assert "Dienstag, 24. November 2026, 14:30 bis 15:30 Uhr" in said
    assert "bei Ihnen zu Hause" in said


def test_the_persons_language_is_that_of_the_letter_where_there_is_one(office: Office) -> None:
    office_card(office)
    client = person(office, letter_language="tr")
    visit(office, client)

    assert "Randevunuz" in _said(office, client, "appointment")
    assert "Tarih" in _said(office, client)
    assert "Freundliche Grüße" in _said(office, client, "volunteer_thanks")


def test_a_household_gets_one_letter_that_names_everybody(office: Office) -> None:
    office_card(office)
    erna = person(office, salutation="ms")
    karl = person(office, given_name="Karl", salutation="mr", birth="1936")
    household(office, erna, karl)
    said = _said(office, erna, to_household=True)

    assert "Frau Erna Krüger Herrn Karl Krüger Ricarda-Huch-Straße 12" in said
    assert "Sehr geehrte Frau Krüger, sehr geehrter Herr Krüger," in said
    assert "Karl" not in _said(office, erna)


def test_a_protected_address_in_the_household_is_asked_about(office: Office) -> None:
    office_card(office)
    erna = person(office)
    household(office, erna, person(office, given_name="Karl", address_protected=True))

    assert _fields(office, erna, to_household=True) == {"confirmed_protected"}


def test_a_decision_never_goes_to_a_whole_household(office: Office) -> None:
    office_card(office)
    erna = person(office)
    household(office, erna, person(office, given_name="Karl"))

    assert _fields(office, erna, "decision", to_household=True) == {"to_household"}


def test_the_offices_own_text_comes_before_the_delivered_one(office: Office) -> None:
    office_card(office)
    own_version(office, "free", "de", "[subject]\n{subject}\n\n[purpose]\nEigenes: {text}\n")

    assert "Eigenes: Vielen Dank" in _said(office, person(office))


def test_the_day_and_way_of_posting_are_kept_and_taken_back(office: Office) -> None:
    office_card(office)
    written = _write(office, person(office))
    before = office.act(post_letter, written.id, date(2026, 11, 24)).value
    kept = office.ask(_kept)

    assert (kept.posted_on, kept.channel) == (date(2026, 11, 24), "post")
    office.act(post_letter, written.id, *before)
    assert office.ask(_kept).posted_on is None


def test_a_letter_is_not_posted_before_it_was_written(office: Office) -> None:
    office_card(office)
    written = _write(office, person(office))
    for letter_id, day, way in (
        (written.id, date(2026, 11, 22), "post"),
        (written.id, date(2026, 11, 24), "pigeon"),
        (uuid4(), date(2026, 11, 24), "post"),
    ):
        with pytest.raises(Refused):
            office.act(post_letter, letter_id, day, way)


def test_a_last_day_asks_for_the_federal_state_of_the_office(office: Office) -> None:
    office_card(office)
    client = person(office)
    text = "[subject]\nBescheid\n\n[purpose]\nSie können bis zum {deadline_day} widersprechen.\n"
    own_version(office, "decision", "de", text)
    assert office.ask(writing_occasion, client, "decision", date(2026, 11, 23)).asks_state
    assert _fields(office, client, "decision") == {"federal_state"}

    office.act(choose_state, "NW")
    assert "widersprechen" in _said(office, client, "decision")
    with pytest.raises(Refused):
        office.act(choose_state, "XX")
