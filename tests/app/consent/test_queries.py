"""What holds for a person on a day, which consents end, and what a sheet says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.consent.queries import (
    consent_for,
    consent_of_person,
    consent_to_edit,
    expiring_consents,
    standing_with,
)
from app.consent.rules import PassingOn, Standing
from app.consent.sheets import consent_paper, data_sheet, paper_language
from app.errors import Refused
from db.journal import Note, NotePerson
from db.people import Person
from tests.factories.clients import add_client, add_note
from tests.factories.consent import consent_details, passing_on, record
from tests.factories.institutions import add_institution
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office

TODAY = date(2026, 11, 23)


def _restrict(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).is_restricted = True


def _link(act: Act, person_id: UUID, spokesman: UUID) -> None:
    act.session.get_one(Person, person_id).linked_to = spokesman


def _close(act: Act, note_id: UUID) -> None:
    act.session.get_one(Note, note_id).access = "restricted"


def _share(act: Act, note_id: UUID, person_id: UUID) -> None:
    act.session.add(NotePerson(note_id=note_id, person_id=person_id))


def test_each_purpose_and_each_recipient_is_asked_by_itself(office: Office) -> None:
    erna, house = add_client(office), add_institution(office)
    record(office, erna, consent_details())
    record(office, erna, passing_on("", institution_id=house))

    def holds(purpose: str, institution: UUID | None = None, recipient: str = "") -> bool:
        return office.ask(consent_for, erna, purpose, institution, recipient, on=TODAY).holds

    assert holds("keeping")
    assert holds("passing_on", house)
    assert not holds("pictures")
    assert not holds("passing_on", None, "Dr. Weber")
    assert not holds("passing_on")


def test_recipients_in_words_are_compared_without_case_and_accents(office: Office) -> None:
    erna = add_client(office)
    record(office, erna, passing_on("Dr. Jürgen Weber"))
    found = office.ask(consent_for, erna, "passing_on", None, "dr jurgen  WEBER", on=TODAY)
    assert (found.holds, found.scope) == (True, "Phone")


def test_a_consent_counts_on_every_card_of_a_person(office: Office) -> None:
    erna, twin = add_client(office), add_client(office)
    record(office, erna, consent_details())
    office.act(_link, erna, twin)
    for card in (erna, twin):
        assert office.ask(consent_for, card, "keeping", on=TODAY).holds
        assert len(office.ask(consent_of_person, card, TODAY).answers) == 1


def test_restricted_people_have_no_answers_for_those_without_access(office: Office) -> None:
    erna = add_client(office)
    one = record(office, erna, consent_details(expires_on=TODAY))
    office.act(_restrict, erna)
    assert office.ask(consent_for, erna, "keeping", on=TODAY).standing is Standing.MISSING
    assert office.ask(consent_of_person, erna, TODAY).answers == ()
    assert office.ask(expiring_consents, TODAY) == ()
    assert office.ask(consent_to_edit, None, one) is None
    assert office.ask(consent_to_edit, erna) is None
    assert office.ask(standing_with, erna, None, "x", TODAY).name == ""


def test_consents_that_end_are_told_once_and_in_order(office: Office) -> None:
    erna = add_client(office)
    house = add_institution(office)
    record(office, erna, passing_on("", institution_id=house, expires_on=date(2026, 12, 1)))
    record(office, erna, consent_details(expires_on=date(2026, 11, 25)))
    renewed = consent_details(purpose="mailings", expires_on=date(2026, 11, 24))
    record(office, erna, renewed)
    record(office, erna, consent_details(purpose="mailings", said_on=date(2026, 10, 2)))
    found = office.ask(expiring_consents, date(2026, 12, 1), first=TODAY)
    assert [(row.purpose, row.recipient, row.name) for row in found] == [
        ("keeping", "", "Erna Krüger"),
        ("passing_on", "Boligforeningen Hedeparken", "Erna Krüger"),
    ]
    assert office.ask(expiring_consents, date(2026, 11, 24)) == ()


def test_the_form_opens_with_what_is_kept(office: Office) -> None:
    erna, house = add_client(office), add_institution(office)
    one = record(office, erna, passing_on("", institution_id=house))
    known = office.ask(consent_to_edit, None, one)
    assert known is not None
    assert (known.name, known.institution, known.details.scope, known.version) == (
        "Erna Krüger", "Boligforeningen Hedeparken", "Phone", 1,
    )  # fmt: skip
    new = office.ask(consent_to_edit, erna)
    assert new is not None
    assert (new.consent_id, new.person_id) == (None, erna)
    assert office.ask(consent_to_edit, None, uuid4()) is None


def sheet(office: Office, person_id: UUID, **chosen: object) -> str:
    form = PassingOn(recipient="Dr. Weber", purpose="Care", **chosen)  # type: ignore[arg-type]  # any field
    return text_of(office.ask(data_sheet, person_id, form, TODAY, who="Anna Beispiel"))


def test_a_sheet_holds_what_was_chosen_and_nothing_else(office: Office) -> None:
    erna = add_client(
        office, phone="0211 8998999", about="Likes chess", languages=("de", "kmr"),
        street="Ulmenweg", house_number="1", cpr="",
    )  # fmt: skip
    add_note(office, erna, "Fell in the bath.")
    contact = sheet(office, erna)
    assert "Ulmenweg 1" in contact
    assert "0211 8998999" in contact
    assert "chess" not in contact
    assert "bath" not in contact
    card = sheet(office, erna, with_contact=False, with_card=True)
    assert "Ulmenweg" not in card
    assert "Likes chess" in card
    journal = sheet(office, erna, with_journal=True, journal_from=TODAY)
    assert "Fell in the bath." in journal


def test_a_protected_address_is_never_passed_on(office: Office) -> None:
    erna = add_client(office, street="Ulmenweg", house_number="1", address_protected=True)
    text = sheet(office, erna)
    assert "Ulmenweg" not in text
    assert "The address is protected" in text or "geschützt" in text


def test_only_notes_of_the_team_about_this_person_alone_are_passed_on(office: Office) -> None:
    erna, other = add_client(office), add_client(office, given_name="Otto")
    closed = add_note(office, erna, "Only for some of us.")
    office.act(_close, closed)
    shared = add_note(office, erna, "Quarrel with Otto.")
    office.act(_share, shared, other)
    add_note(office, erna, "Emoji 😀 stays readable.")
    text = sheet(office, erna, with_journal=True, journal_from=TODAY)
    assert "Only for some" not in text
    assert "Quarrel" not in text
    assert "stays readable" in text


def test_what_was_typed_and_cannot_be_printed_is_refused_beside_its_field(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        sheet(office, add_client(office), message="😀")
    assert [problem.field for problem in refused.value.problems] == ["message"]


def test_the_form_to_sign_asks_in_the_language_of_the_person(office: Office) -> None:
    erna = add_client(office, letter_language="da")
    everything = text_of(office.ask(consent_paper, erna))
    for words in ("Samtykke", "Erna Krüger", "24.11.1938", "Billeder", "Ja, jeg giver samtykke"):
        assert words in everything
    details = passing_on("", institution_id=add_institution(office), scope="Phone and address")
    one = text_of(office.ask(consent_paper, erna, details, "en"))
    assert "Boligforeningen Hedeparken" in one
    assert "Phone and address" in one
    assert "Pictures" not in one
    assert office.ask(paper_language, "da") == "da"


def test_nobody_gets_a_paper_about_somebody_unknown(office: Office) -> None:
    with pytest.raises(Refused):
        office.ask(consent_paper, uuid4())
