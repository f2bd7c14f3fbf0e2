"""Everything below "More": reached by its word, shown anew, applied at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.settings import load
from tests.ui.admin.doors import open_house
from ui.admin.about_page import AboutPage, program_version
from ui.admin.more_page import MorePage
from ui.admin.office_page import OfficePage
from ui.admin.settings_page import SettingsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House

WORDS = (
    *("volunteers", "matches", "match_plan", "match_funnel", "requirements", "preventive"),
    *("day_plan", "series", "substitutes", "expenses", "concerns", "visit_notes"),
    *("find_notes", "snippets", "templates", "codes", "custom", "settings", "office", "areas"),
    *("households", "import", "duplicates", "members", "keeping", "audit"),
    "configuration",
    *("backups", "security", "about"),
)


def _more(house: House) -> MorePage:
    more = house.window.findChild(MorePage)
    assert more is not None
    return more


def _shown(qtbot: QtBot, house: House, made: CreatedOffice, word: str) -> QWidget | None:
    open_house(qtbot, house, made)
    house.window.go_to(Place(word))
    return _more(house).shown()


def _choose(page: SettingsPage, name: str, value: object) -> None:
    page.field(name).restore_text(str(value))


def test_every_page_is_reached_from_the_overview_and_leads_back(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    house.window.go_to(Place("more"))
    more = _more(house)
    shown = [button for button in more.overview.buttons if button.isVisible()]
    assert [button.word for button in shown] == list(WORDS)
    for button in shown:
        button.click()
        assert house.window.here() == Place(button.word)
        assert more.shown() is not more.overview
        house.window.go_to(Place("more"))
        assert more.shown() is more.overview


def test_a_letterhead_is_saved_and_stands_in_the_title(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _shown(qtbot, house, made, "office")
    assert isinstance(page, OfficePage)
    qtbot.waitUntil(lambda: page.name.value() == "Besuchsdienst Garath")
    page.name.set_value("Besuchsdienst Hellerhof")
    page.save_button.click()
    qtbot.waitUntil(lambda: house.window.windowTitle() == "Besuchsdienst Hellerhof – Nahbar")
    assert page.save_button.isEnabled()
    assert not page.form.is_dirty()


def test_a_wrong_postcode_is_said_beside_it_and_what_was_typed_stays(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _shown(qtbot, house, made, "office")
    assert isinstance(page, OfficePage)
    qtbot.waitUntil(lambda: bool(page.name.value()))
    page.form.field("postal_code").input.restore_text("123")
    page.save()
    qtbot.waitUntil(lambda: bool(page.form.field("postal_code").problem()))
    page.refresh()
    assert page.letterhead.values()["postal_code"] == "123"
    assert page.save_button.isEnabled()


def test_a_card_that_someone_else_changed_is_not_overwritten(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _shown(qtbot, house, made, "office")
    assert isinstance(page, OfficePage)
    qtbot.waitUntil(lambda: bool(page.name.value()))
    page._version -= 1
    page.name.set_value("Meiner")
    page.save_button.click()
    assert not page.save_button.isEnabled()
    qtbot.waitUntil(page.save_button.isEnabled)
    assert page.form.is_dirty(), "what was typed is still there"
    assert house.window.windowTitle() == "Besuchsdienst Garath – Nahbar"


def test_a_theme_and_a_size_hold_at_once_and_are_kept(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _shown(qtbot, house, made, "settings")
    assert isinstance(page, SettingsPage)
    _choose(page, "theme", "dark")
    assert house.window.settings.theme == "dark"
    assert load().theme == "dark"
    _choose(page, "font_scale", 150)
    assert load().font_scale == 150
    assert house.window.here() == Place("settings"), "the window was built anew at this place"
    house.preferences.choose("font_scale", 100)
    house.preferences.choose("theme", "light")


def test_the_time_of_quiet_holds_at_once(house: House, made: CreatedOffice, qtbot: QtBot) -> None:
    page = _shown(qtbot, house, made, "settings")
    assert isinstance(page, SettingsPage)
    _choose(page, "lock_after_minutes", 15)
    assert house.idle_lock.idle._allowed == 15 * 60


def test_an_own_name_is_kept_but_never_an_empty_one(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _shown(qtbot, house, made, "settings")
    assert isinstance(page, SettingsPage)
    page.who.set_value("  Berta Muster ")
    page.who.editingFinished.emit()
    page.who.set_value("   ")
    page.who.editingFinished.emit()
    assert load().who == "Berta Muster"


def test_a_size_set_by_keys_is_offered_too(house: House, made: CreatedOffice, qtbot: QtBot) -> None:
    house.preferences.choose("font_scale", 130)
    page = _shown(qtbot, house, made, "settings")
    assert isinstance(page, SettingsPage)
    assert page.field("font_scale").text_value() == "130"
    house.preferences.choose("font_scale", 100)


def test_the_version_stands_on_the_page_about_the_program(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    page = _shown(qtbot, house, made, "about")
    assert isinstance(page, AboutPage)
    assert program_version()
    assert page.keys_button.isVisible()
