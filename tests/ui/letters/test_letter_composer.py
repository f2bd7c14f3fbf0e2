"""Writing any letter at the screen: seen as it is typed, complete before it leaves."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes
from typing import TYPE_CHECKING
from uuid import uuid4

from app.drafts.queries import draft
from app.letters.queries import letters_of_client
from app.letters.studio.rules import TermText
from app.letters.studio.wording import save_term
from tests.factories.households import household
from tests.factories.letters import office_card, person, visit
from ui.letters.letter_composer import LetterComposer
from ui.letters.letters_page import LettersPage
from ui.widgets.input import as_widget
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    import pytest
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

LATER = datetime(2099, 11, 24, 14, 30)  # noqa: DTZ001 - local wall-clock time


def _composer(qtbot: QtBot, desk: Desk, person_id: UUID, template: str = "") -> LetterComposer:
    composer = LetterComposer(desk, person_id, template)
    qtbot.addWidget(composer)
    composer.resize(1000, 700)
    composer.show()
    return composer


def _shows(qtbot: QtBot, composer: LetterComposer, words: str) -> None:
    qtbot.waitUntil(lambda: words in composer.preview.view.accessibleName())
    qtbot.waitUntil(lambda: composer.ending.is_ready)


def _type_free(composer: LetterComposer) -> None:
    composer.fields.restore({"subject": "Ihre Frage", "text": "Wir kommen am Dienstag."})


def test_the_page_shows_what_is_typed(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office_card(office)
    composer = _composer(qtbot, desk, person(office))
    _shows(qtbot, composer, "……")
    _type_free(composer)

    _shows(qtbot, composer, "Wir kommen am Dienstag.")
    assert "Amstad" in composer.readability.text()


def test_hard_places_of_what_is_typed_are_marked_and_replaced_in_one_press(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    office.act(save_term, uuid4(), 0, TermText("de", "Wohnkosten", "Miete"))
    composer = _composer(qtbot, desk, person(office))
    text = "Wir bitten um Nachweise.\nIhre Wohnkosten fehlen."
    composer.fields.restore({"subject": "Ihre Frage", "text": text})
    _shows(qtbot, composer, "Wohnkosten")
    hints = composer.hints.view
    qtbot.waitUntil(lambda: any(row.words == "Wohnkosten" for row in hints.table.rows()))
    field = composer.fields.long_field("text")
    assert field is not None
    assert field.extraSelections()

    (row,) = [row for row in hints.table.rows() if row.words == "Wohnkosten"]
    hints.table.choose(row.finding)
    hints.replace_button.click()
    assert field.value() == "Wir bitten um Nachweise.\nIhre Miete fehlen."


def test_signs_and_remarks_stand_on_the_page_and_in_the_draft(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    composer = _composer(qtbot, desk, person(office))
    _shows(qtbot, composer, "……")
    _type_free(composer)
    composer.restore({"your_sign": "AZ 7/26", "annotations": "Einschreiben"})
    _shows(qtbot, composer, "AZ 7/26")

    _shows(qtbot, composer, "Einschreiben")
    assert composer.texts()["your_sign"] == "AZ 7/26"


def test_a_letter_with_gaps_is_not_kept_and_says_what_is_missing(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    client = person(office)
    composer = _composer(qtbot, desk, client, "decision")
    _shows(qtbot, composer, "Ihr Recht auf Widerspruch")
    composer.ending.keep_button.click()

    assert composer.fields.form.field("reason").problem() == "The letter needs a value for Reason."
    assert office.ask(letters_of_client, client) == ()


def test_a_kept_letter_stands_in_the_history_and_its_draft_is_gone(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    client = person(office)
    composer = _composer(qtbot, desk, client)
    _shows(qtbot, composer, "……")
    _type_free(composer)
    _shows(qtbot, composer, "Wir kommen am Dienstag.")
    composer.flush()
    qtbot.waitUntil(lambda: office.ask(draft, "letter", str(client), office.who) is not None)
    with qtbot.waitSignal(composer.kept) as kept:
        composer.ending.keep_button.click()

    (row,) = office.ask(letters_of_client, client)
    assert kept.args == [row.id]
    assert (row.title, row.subject) == ("Free letter", "Ihre Frage")
    assert office.ask(draft, "letter", str(client), office.who) is None


def test_a_draft_comes_back_with_its_template(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office_card(office)
    client = person(office)
    first = _composer(qtbot, desk, client, "decision")
    _shows(qtbot, first, "……")
    first.fields.restore({"benefit": "Wohngeld"})
    first.leave()
    qtbot.waitUntil(lambda: office.ask(draft, "letter", str(client), office.who) is not None)
    again = _composer(qtbot, desk, client)

    _shows(qtbot, again, "Bescheid: Wohngeld")
    assert again.template.value() == "decision"


def test_what_was_typed_stays_when_another_letter_asks_for_it_too(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    composer = _composer(qtbot, desk, person(office), "decision")
    _shows(qtbot, composer, "……")
    composer.fields.restore({"benefit": "Wohngeld"})
    composer.template.set_value("hearing")

    _shows(qtbot, composer, "Anhörung: Wohngeld")


def test_the_keyboard_stays_in_its_field_when_another_letter_asks_for_it_too(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    composer = _composer(qtbot, desk, person(office), "decision")
    _shows(qtbot, composer, "……")
    before = composer.fields.form
    field = as_widget(before.field("benefit").input)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Wohn")
    composer.template.set_value("hearing")
    qtbot.waitUntil(lambda: composer.fields.form is not before)
    field = as_widget(composer.fields.form.field("benefit").input)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "geld")

    assert dict(composer.fields.typed())["benefit"] == "Wohngeld"


def test_a_second_language_stands_beside_the_first(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    client = person(office)
    visit(office, client, LATER)
    composer = _composer(qtbot, desk, client, "appointment")
    _shows(qtbot, composer, "Ihr Termin")
    composer.looks.second.set_value("tr")

    _shows(qtbot, composer, "Randevunuz")
    _shows(qtbot, composer, "Der deutsche Text ist verbindlich.")


def test_what_cannot_be_printed_is_said_at_its_field_while_typing(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    composer = _composer(qtbot, desk, person(office))
    _shows(qtbot, composer, "……")
    composer.fields.restore({"subject": "A", "text": "\ue000"})
    qtbot.waitUntil(lambda: "U+E000" in composer.fields.form.field("text").problem())

    assert not composer.ending.is_ready


def test_a_protected_address_is_shown_after_it_was_confirmed(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    composer = _composer(qtbot, desk, person(office, address_protected=True))
    qtbot.waitUntil(composer.confirmed.isVisible)
    assert composer.preview.view.page_count == 0
    composer.confirmed.set_value(True)

    _shows(qtbot, composer, "Ricarda-Huch-Straße")


def test_a_household_can_be_named(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office_card(office)
    erna = person(office, salutation="ms")
    household(office, erna, person(office, given_name="Karl", salutation="mr"))
    composer = _composer(qtbot, desk, erna)
    _shows(qtbot, composer, "……")
    assert "Karl Krüger" in composer.looks.household.text()
    composer.looks.household.set_value(True)

    _shows(qtbot, composer, "sehr geehrter Herr Krüger")


def test_a_mail_is_opened_with_the_letter_and_nothing_is_sent(
    qtbot: QtBot, desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("ui.letters.letter_exits.open_mail", opened.append)
    office_card(office)
    composer = _composer(qtbot, desk, person(office, email="erna@example.org"))
    _shows(qtbot, composer, "……")
    _type_free(composer)
    _shows(qtbot, composer, "Wir kommen am Dienstag.")
    composer.ending.mail_button.click()
    qtbot.waitUntil(lambda: bool(opened))

    mail = message_from_bytes(opened[0].read_bytes())
    assert (mail["To"], mail["Subject"], mail["X-Unsent"]) == (
        "erna@example.org",
        "Ihre Frage",
        "1",
    )
    attached = [part.get_filename() for part in mail.walk() if part.get_filename()]
    assert attached == [f"{opened[0].stem}.pdf"]
    assert opened[0].stat().st_mode & 0o077 == 0


def test_the_page_begins_a_letter_to_a_person(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office_card(office)
    client = person(office)
    page = LettersPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("letters", client, "compose decision"))

    assert isinstance(page.writer, LetterComposer)
    _shows(qtbot, page.writer, "Bescheid")
    page.flush()
