"""What a reminding letter says: the first time, the place, and what to bring, in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.composing.rules import Choice
from app.letters.mass.rules import RunWish
from app.mobile_advice.booking.letters import reminder_texts, with_texts
from app.mobile_advice.booking.queries import appointments_of
from tests.factories.booking import NINE, TEN, TODAY, book, halt, visit_home
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Office


def test_each_letter_has_its_own_time_place_and_language(office: Office) -> None:
    made = halt(office)
    german = add_client(office)
    danish = add_client(office, given_name="Lis", letter_language="da")
    book(office, made.at(TEN), person_id=german, bring="Ausweis")
    book(office, made.at(NINE), person_id=german, bring="Bescheid")
    visit_home(office, made, danish, 13 * 60)
    rows = {person: office.ask(appointments_of, person) for person in (german, danish)}

    texts = office.ask(reminder_texts, rows, TODAY)

    assert dict(texts[german]) == {
        "stop": "Garath, Markt",
        "stop_day": "Dienstag, 24. November 2026",
        "stop_time": "09:00 bis 09:20\xa0Uhr",
        "documents": "Ausweis, Bescheid",
    }
    assert dict(texts[danish])["stop"] == "hjemme hos dig"
    assert dict(texts[danish])["documents"] == "de breve, som det handler om"
    wish = RunWish("advice_reminder", Choice(typed=(("stop", "x"), ("contact", "y"))), "T", "S")
    typed = dict(with_texts(wish, texts[german]).choice.typed)
    assert (typed["stop"], typed["contact"]) == ("Garath, Markt", "y")
