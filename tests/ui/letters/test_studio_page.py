"""The list of templates, the words to avoid and the targets at the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.letters.composing.queries import templates
from app.letters.readability.queries import office_targets
from app.letters.studio.queries import studio_lines, term_rows
from tests.factories.letters import office_card
from ui.letters import studio_list
from ui.letters.studio_new import NewTemplate
from ui.letters.studio_page import StudioPage
from ui.widgets.page import Place
from ui.widgets.question import Question

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Office) -> StudioPage:
    """The page with its list, wide enough for both halves."""
    office_card(office)
    page = StudioPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.show_place(Place("templates"))
    qtbot.waitUntil(lambda: bool(page.list.table.rows()))
    return page


def test_every_template_is_listed_with_its_languages(page: StudioPage) -> None:
    assert len(page.list.table.rows()) == 21
    page.list.table.choose("missed_you")

    shown = {row.language: row.status.label for row in page.list.card.table.rows()}
    assert shown["de"] == "Current"
    assert shown["ar"] == "Not reviewed by a native speaker"


def test_a_text_is_opened_and_left_again(qtbot: QtBot, page: StudioPage) -> None:
    page.list.card.edit_button.click()
    qtbot.waitUntil(lambda: page.editor is not None)
    assert page.editor is not None
    page.editor.head.back_button.click()

    qtbot.waitUntil(page.list.isVisible)


def test_a_copy_is_opened_at_once(
    qtbot: QtBot, page: StudioPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.list.table.choose("decision")
    monkeypatch.setattr(Question, "ask_text", lambda *_a, **_k: "Bescheid Wohngeld")
    page.list.card.copy_button.click()
    qtbot.waitUntil(lambda: page.editor is not None)

    assert page.editor is not None
    assert page.editor.opened.line.title == "Bescheid Wohngeld"
    assert "Bescheid Wohngeld" in {row.title for row in office.ask(templates)}


def test_a_new_template_is_begun_by_title(
    qtbot: QtBot, page: StudioPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studio_list, "ask_new_template", lambda _parent: ("Fest", "da"))
    page.new_button.click()
    qtbot.waitUntil(lambda: page.editor is not None)

    assert page.editor is not None
    assert page.editor.opened.language == "da"


def test_a_template_without_a_title_is_not_begun(qtbot: QtBot) -> None:
    asked = NewTemplate(None)
    qtbot.addWidget(asked)
    asked.show()
    asked.verb_button.click()
    assert asked.isVisible()
    assert asked.form.field("title").problem()

    asked.title.set_value("Fest")
    asked.verb_button.click()
    assert not asked.isVisible()


def test_a_template_is_switched_off_and_on(qtbot: QtBot, page: StudioPage, office: Office) -> None:
    page.list.table.choose("hearing")
    page.list.card.switch_button.click()
    qtbot.waitUntil(lambda: "hearing" not in {row.code for row in office.ask(templates)})
    page.refresh()
    qtbot.waitUntil(lambda: page.list.card.switch_button.text() == "Switch on")

    page.list.card.switch_button.click()
    qtbot.waitUntil(lambda: all(line.is_active for line in office.ask(studio_lines)))


def test_a_word_to_avoid_is_kept_changed_and_deleted(
    qtbot: QtBot, page: StudioPage, office: Office
) -> None:
    terms = page.terms
    terms.save()
    qtbot.waitUntil(lambda: bool(terms.form.field("word").input.trouble() or _problem(page)))
    terms.word.set_value("Amt")
    terms.better.set_value("Haus")
    terms.save()
    qtbot.waitUntil(lambda: bool(terms.table.rows()))
    terms.table.choose_first()
    terms.better.set_value("Rathaus")
    terms.save()
    qtbot.waitUntil(lambda: [row.better for row in office.ask(term_rows)] == ["Rathaus"])

    qtbot.waitUntil(lambda: [row.better for row in terms.table.rows()] == ["Rathaus"])
    terms.table.choose_first()
    terms.table.selectRow(0)
    terms._on_chosen(terms.table.rows()[0])
    terms.remove()
    qtbot.waitUntil(lambda: not office.ask(term_rows))


def _problem(page: StudioPage) -> bool:
    return any("fill" in page.terms.form.field(name).problem() for name in ("word", "better"))


def test_targets_are_kept_and_bounded(qtbot: QtBot, page: StudioPage, office: Office) -> None:
    page.tabs.setCurrentWidget(page.targets)
    fields = page.targets.fields
    qtbot.waitUntil(lambda: fields["lix_at_most"].value() == "40")
    fields["lix_at_most"].set_value("viel")
    page.targets.save()
    qtbot.waitUntil(lambda: bool(page.targets.form.field("lix_at_most").problem()))

    fields["lix_at_most"].set_value("35")
    page.targets.save()
    qtbot.waitUntil(lambda: office.ask(office_targets).lix_at_most == 35)
