"""Requirements of code lists in the window: added, seen on the chips of a note, retired."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from app.codes.actions import save_code, switch_code
from app.codes.queries import own_entries
from app.codes.rules import Labels, merged
from app.journal.rules import Medium, Topic
from app.journal.rules.lists import MEDIA, TOPICS
from app.mobile_advice.advice.actions import record_advice
from app.mobile_advice.advice.queries import list_contacts
from app.mobile_advice.advice.rules import TOPICS as ADVICE_TOPICS
from app.mobile_advice.advice.rules import ContactDetails
from tests.factories.booking import TODAY
from tests.ui.widgets.hands import bring_forward
from ui.codes.code_book import CodeBook, book
from ui.codes.code_chips import CodeChips
from ui.codes.code_choice import CodeChoice
from ui.codes.codes_page import CodesPage
from ui.journal.note_words import topic_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def words() -> Iterator[CodeBook]:
    """The words of the window, delivered ones only again afterwards."""
    yield book
    book.show_entries(())


def test_a_word_is_added_and_retired(qtbot: QtBot, office: Office, desk: Desk) -> None:
    page = CodesPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.table.rows()) == len(Topic))
    page.add()
    page.form.save_button.click()
    qtbot.waitUntil(lambda: bool(page.form.form.field("de").problem()))
    page.form.en.set_value("Heat")
    page.form.save_button.click()
    qtbot.waitUntil(lambda: len(page.table.rows()) == len(Topic) + 1)

    page.table.choose("heat")
    page.form.switch_button.click()

    qtbot.waitUntil(lambda: not page.table.rows()[-1].is_active)
    assert [entry.code for entry in office.ask(own_entries)] == ["heat"]


def test_chips_show_what_the_office_says(qtbot: QtBot, office: Office, words: CodeBook) -> None:
    field = CodeChips(TOPICS)
    qtbot.addWidget(field)
    field.set_value([Topic.CARE])
    office.act(save_code, TOPICS, "", 0, Labels(en="Heat"))
    office.act(save_code, TOPICS, Topic.CARE, 0, Labels(en="Daily help"))

    words.show_entries(office.ask(own_entries))

    assert field.value() == (Topic.CARE,)
    field.set_value([Topic.CARE, "heat"])
    assert field.value() == (Topic.CARE, "heat")
    assert topic_words(field.value()) == "Daily help, Heat"


def test_topics_of_advice_are_edited_as_the_other_lists(
    qtbot: QtBot, office: Office, desk: Desk, words: CodeBook
) -> None:
    page, topics = CodesPage(desk), CodeChips(ADVICE_TOPICS)
    for part in (page, topics):
        qtbot.addWidget(part)
    bring_forward(qtbot, page)
    page.list.set_value(ADVICE_TOPICS.name)
    qtbot.waitUntil(lambda: len(page.table.rows()) == len(ADVICE_TOPICS.delivered))
    page.add()
    for field, word in (("de", "Hitze"), ("da", "Varme"), ("en", "Heat")):
        getattr(page.form, field).set_value(word)
    page.form.save_button.click()
    qtbot.waitUntil(lambda: bool(office.ask(own_entries)))
    (entry,) = office.ask(own_entries)
    words.show_entries((entry,))

    topics.set_value(["housing", entry.code])
    details = ContactDetails(day=TODAY, topics=topics.value())
    office.act(record_advice, uuid4(), details)

    assert dict(words.offered(ADVICE_TOPICS))[entry.code] == "Heat"
    (row,) = office.ask(list_contacts, TODAY, TODAY)
    assert row.topics == (entry.code, "housing")


def test_a_retired_topic_stays_where_it_was_chosen(
    qtbot: QtBot, office: Office, words: CodeBook
) -> None:
    office.act(switch_code, TOPICS, Topic.CARE, 0, is_active=False)
    words.show_entries(office.ask(own_entries))
    field = CodeChips(TOPICS)
    qtbot.addWidget(field)

    field.set_value([Topic.CARE])

    assert field.value() == (Topic.CARE,)


def test_words_are_put_in_order_by_keyboard(qtbot: QtBot, office: Office, desk: Desk) -> None:
    page = CodesPage(desk)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.list.set_value(MEDIA.name)
    qtbot.waitUntil(lambda: len(page.table.rows()) == len(Medium))
    first, second, *rest = [row.code for row in page.table.rows()]
    page.table.choose(first)
    assert not page.up_button.isEnabled()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [row.code for row in page.table.rows()] == [second, first, *rest])
    current = page.table.current_row()
    assert current is not None
    assert current.code == first
    page.form.de.set_value("Anruf")
    page.form.save()
    qtbot.waitUntil(lambda: any(one.labels.de == "Anruf" for one in office.ask(own_entries)))
    assert [one.code for one in merged(MEDIA, office.ask(own_entries))][:2] == [second, first]


def test_a_choice_follows_the_list_and_keeps_what_was_chosen(
    qtbot: QtBot, office: Office, words: CodeBook
) -> None:
    field = CodeChoice(MEDIA, [("", "None")])
    qtbot.addWidget(field)
    office.act(save_code, MEDIA, "", 0, Labels(en="Fax"))
    words.show_entries(office.ask(own_entries))
    field.set_value("fax")
    office.act(switch_code, MEDIA, "fax", 1, is_active=False)
    words.show_entries(office.ask(own_entries))
    assert (field.value(), field.currentText()) == ("fax", "Fax")
    field.set_value("")
    words.show_entries(())
    assert "fax" not in field.values()
