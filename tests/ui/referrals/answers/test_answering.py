"""The form of an answer: locked words, live refusals, and a preview that is what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.referrals.answers.desk import answer_desk
from app.referrals.answers.queries import answers_of
from tests.conftest import NOW
from tests.factories.answers import add_enquiry, add_housing
from tests.factories.clients import add_client, add_note
from tests.factories.consent import passing_on, record
from tests.factories.letters import office_card
from ui.referrals.answers.answering_form import AnsweringForm
from ui.referrals.answers.answers_card import AnswersCard
from ui.referrals.answers.sentences_field import SentencesField

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def enquiry(office: Office) -> UUID:
    """Answer an enquiry about Erna, who agreed that its department is answered."""
    office_card(office)
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    add_note(office, erna, "Frau Krüger nimmt starke Schmerzmittel.")
    housing = add_housing(office)
    record(office, erna, passing_on("", institution_id=housing, scope="Der Besuchsdienst"))
    return add_enquiry(office, person_id=erna, institution_id=housing)


def _form(qtbot: QtBot, desk: Desk, office: Office, enquiry: UUID) -> AnsweringForm:
    known = office.ask(answer_desk, enquiry, NOW.date())
    form = AnsweringForm(desk, known)
    qtbot.addWidget(form)
    form.show()
    return form


def test_own_words_open_only_where_a_consent_names_the_recipient(
    qtbot: QtBot, desk: Desk, office: Office, enquiry: UUID
) -> None:
    form = _form(qtbot, desk, office, enquiry)
    fields = form.fields
    assert fields.own.isReadOnly()
    assert fields.sentences.value() == ("received", "we_look", "no_more", "emergency")

    fields.told.set_value("consented")

    assert not fields.own.isReadOnly()
    assert "Besuchsdienst" in fields.holds.text()
    assert "we_look" not in fields.sentences.text_value()

    stranger = _form(qtbot, desk, office, add_enquiry(office))
    stranger.fields.told.set_value("consented")
    assert stranger.fields.own.isReadOnly()
    assert stranger.fields.lacks.isVisible()


def test_a_draft_of_ticks_comes_back_as_far_as_it_is_offered(qtbot: QtBot) -> None:
    field = SentencesField()
    qtbot.addWidget(field)
    field.offer([("received", "We have it."), ("services", "We help.")], ("received",))
    field.restore_text("services gone")
    assert field.value() == ("services",)
    field.set_read_only(True)
    assert not field.tick_of("services").isEnabled()


def test_the_preview_is_what_is_kept(
    qtbot: QtBot, desk: Desk, office: Office, enquiry: UUID
) -> None:
    form = _form(qtbot, desk, office, enquiry)
    form.fields.told.set_value("consented")
    form.fields.own.set_value("Sie nimmt starke Schmerzmittel.")
    assert form.fields.forbidden.isVisible()
    form.fields.own.set_value("Der Besuchsdienst kommt am Montag.")
    assert not form.fields.forbidden.isVisible()
    form.fields.sentences.tick_of("services").toggle()
    previewed = form.fields.preview.text()
    saved: list[object] = []
    form.saved.connect(saved.append)

    form.save()

    qtbot.waitUntil(lambda: bool(saved))
    (row,) = office.ask(answers_of, enquiry)
    assert row.shown_text == previewed
    assert "Der Besuchsdienst kommt am Montag." in previewed


def test_the_card_shows_every_answer_and_asks_for_the_first(
    qtbot: QtBot, desk: Desk, office: Office, enquiry: UUID
) -> None:
    card = AnswersCard(desk)
    qtbot.addWidget(card)
    wanted: list[object] = []
    card.answer_wanted.connect(wanted.append)
    card.show_enquiry(enquiry)
    card.card.acted.emit()
    assert wanted == [enquiry]

    form = _form(qtbot, desk, office, enquiry)
    form.save()

    def _is_shown() -> None:
        card.refresh()
        assert card.rows

    qtbot.waitUntil(_is_shown)
    assert card.rows[0].has_pages
