"""Answering an enquiry: checked against the record, kept as shown, journalised, registered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.errors import Refused
from app.referrals.answers.actions import give_answer
from app.referrals.answers.queries import answer_pages, answers_of
from db.answers import Answer
from db.consent import Consent, Disclosure
from db.journal import Note
from db.letters import Letter
from db.referrals import Enquiry
from tests.conftest import NOW
from tests.factories.answers import NUMBER, add_enquiry, add_housing, answer, chosen
from tests.factories.clients import add_client, add_note
from tests.factories.consent import passing_on, record
from tests.factories.letters import office_card

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office


def _rows(connection: Connection, table: Any) -> list[Any]:  # noqa: ANN401 - any table
    return list(connection.execute(select(*table.__table__.c)))


@pytest.fixture(autouse=True)
def _in_duesseldorf(office: Office) -> None:
    office_card(office)


@pytest.fixture
def known(office: Office) -> tuple[UUID, UUID, UUID]:
    """Answer a person with a note, a housing department, and its enquiry about her."""
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    add_note(office, erna, "Frau Krüger nimmt starke Schmerzmittel, die Diakonie kommt täglich.")
    housing = add_housing(office)
    enquiry = add_enquiry(office, person_id=erna, institution_id=housing)
    return erna, housing, enquiry


def _refusal(office: Office, enquiry: UUID, **fields: Any) -> list[str]:  # noqa: ANN401 - any field
    with pytest.raises(Refused) as refused:
        answer(office, enquiry, chosen(**fields))
    return [
        f"{problem.field}: {problem.message} {dict(problem.values)}"
        for problem in refused.value.problems
    ]


def test_an_answer_is_kept_exactly_as_it_was_shown(
    office: Office, known: tuple[UUID, UUID, UUID]
) -> None:
    """Word by word, with class and basis; the enquiry counts as answered."""
    erna, _housing, enquiry = known
    said = answer(office, enquiry, chosen())
    (row,) = office.ask(answers_of, enquiry)
    assert row.shown_text == said.shown_text
    assert NUMBER in row.shown_text
    assert (row.disclosure_class, row.basis) == ("receipt", "general")
    (kept,) = office.ask(_rows, Enquiry)
    assert kept.answered_at == NOW
    assert kept.state == "answered"
    assert kept.next_due is None
    notes = [note.text for note in office.ask(_rows, Note) if note.person_id == erna]
    assert row.shown_text in notes


def test_known_and_unknown_people_get_the_same_bytes(office: Office) -> None:
    """Nothing of an answer hangs on whether the office knows anybody."""
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    add_note(office, erna, "Sie hat Besuch von uns.")
    housing = add_housing(office)
    with_card = add_enquiry(office, person_id=erna, institution_id=housing)
    without = add_enquiry(office, institution_id=housing)
    for disclosure_class in ("receipt", "contact_taken"):
        for channel in ("letter", "phone", "mail"):
            form = chosen(disclosure_class, channel)
            one, other = answer(office, with_card, form), answer(office, without, form)
            assert (one.shown_text, one.pdf) == (other.shown_text, other.pdf)
            assert bool(one.pdf) == (channel == "letter")


def test_a_letter_stands_in_the_history_and_answers_its_pages(
    office: Office, known: tuple[UUID, UUID, UUID]
) -> None:
    """With a person in her letters, without one with the answer itself."""
    erna, housing, enquiry = known
    first = answer(office, enquiry, chosen(channel="letter"))
    (letter,) = office.ask(_rows, Letter)
    assert (letter.client_id, letter.pdf) == (erna, first.pdf)
    nobody = add_enquiry(office, institution_id=housing)
    second = answer(office, nobody, chosen(channel="letter"))
    for said in (first, second):
        pages = office.ask(answer_pages, said.id)
        assert pages is not None
        assert pages.pdf == said.pdf


def test_own_words_are_locked_without_a_consent_that_names_the_recipient(
    office: Office, known: tuple[UUID, UUID, UUID]
) -> None:
    """A consent for somebody else opens nothing; the refusal names rule and source."""
    erna, _housing, enquiry = known
    record(office, erna, passing_on("Dr. Weber"))
    free = "Bitte klingeln Sie zweimal."
    (locked,) = _refusal(office, enquiry, disclosure_class="receipt", free_text=free)
    assert locked.startswith("free_text:")
    assert "BSG B 14 AS 65/11 R" in locked
    (wanting,) = _refusal(office, enquiry, disclosure_class="consented", free_text=free)
    assert wanting.startswith("disclosure_class:")
    (nobody,) = _refusal(office, add_enquiry(office), disclosure_class="agreed")
    assert "Without knowing whom" in nobody


def test_a_consent_opens_own_words_as_far_as_it_goes(
    office: Office, known: tuple[UUID, UUID, UUID]
) -> None:
    """Nothing of the record, no diagnosis; what the consent names may be said and is registered."""
    erna, housing, enquiry = known
    consent = record(
        office, erna, passing_on("", institution_id=housing, scope="Termin mit dem Besuchsdienst")
    )
    for text in (
        "Sie nimmt starke Schmerzmittel.",
        "Frau Krüger ist uns bekannt.",
        "Sie ist dement.",
        "Sie bekommt Grundsicherung.",
        "Der Fall ist erledigt.",
        "Sie ist uns be\u200bkannt.",
    ):
        problems = _refusal(office, enquiry, disclosure_class="consented", free_text=text)
        assert all(problem.startswith("free_text:") for problem in problems), text
    free = "Der Besuchsdienst kommt am Montag. Bitte öffnen Sie die Haustür."
    said = answer(office, enquiry, chosen("consented", free_text=free))
    assert free in said.shown_text
    (row,) = office.ask(_rows, Answer)
    assert (row.consent_id, row.basis, row.free_text) == (consent, "consent", free)
    (told,) = office.ask(_rows, Disclosure)
    assert (told.consent_id, told.institution_id, told.what) == (consent, housing, "answer")


def test_a_withdrawn_consent_locks_again(office: Office, known: tuple[UUID, UUID, UUID]) -> None:
    """What is agreed with the resident is so on the day of the answer."""
    erna, housing, enquiry = known
    key = record(office, erna, passing_on("", institution_id=housing, scope="Alles"))
    office.act(_withdraw, key)
    assert _refusal(office, enquiry, disclosure_class="agreed")


def _withdraw(act: Any, key: UUID) -> None:  # noqa: ANN401 - an act
    row = act.session.get(Consent, key)
    row.state, row.withdrawn_on = "withdrawn", NOW.date()


def test_a_sentence_outside_the_class_is_refused(
    office: Office, known: tuple[UUID, UUID, UUID]
) -> None:
    """Whatever the screen sent: the sentence is named, with rule and source."""
    _erna, _housing, enquiry = known
    (problem,) = _refusal(office, enquiry, blocks=("received", "agreed_contact"))
    assert "Wir sind mit ihr im Gespräch" in problem
    assert "urteile.news" in problem
    assert _refusal(office, enquiry, blocks=())
    assert _refusal(office, enquiry, disclosure_class="everything", blocks=("received",))


def test_the_same_answer_a_second_time_changes_nothing(
    office: Office, known: tuple[UUID, UUID, UUID]
) -> None:
    """A double click is one answer."""
    key = uuid4()
    form = chosen(channel="letter")
    first = office.act(give_answer, key, known[2], form).value
    assert office.act(give_answer, key, known[2], form).value == first
    assert len(office.ask(_rows, Answer)) == 1


def test_a_letter_needs_an_address(office: Office) -> None:
    """A caller without one is answered by phone or mail."""
    (problem,) = _refusal(office, add_enquiry(office), channel="letter")
    assert problem.startswith("channel:")
