"""Views of a list: chosen, kept, shared, renamed, deleted and brought back, by keyboard too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.exchange.views.actions import remember_view, save_view
from app.exchange.views.queries import last_view, saved_views
from app.exchange.views.rules import View
from ui.views.view_menu import ViewMenu
from ui.views.view_questions import ColumnsQuestion, NameQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

OPTIONS = [("name", "Name"), ("age", "Age"), ("phone", "Phone & fax")]
PHONES = View(("name", "phone"), (("status", "active"),))


def _options() -> list[tuple[str, str]]:
    return OPTIONS


@pytest.fixture
def menu(qtbot: QtBot, desk: Desk) -> ViewMenu:
    menu = ViewMenu(desk, "clients", _options, ("name", "age"))
    qtbot.addWidget(menu)
    menu.show()
    return menu


@pytest.fixture
def chosen(menu: ViewMenu) -> list[View]:
    views: list[View] = []
    menu.chosen.connect(views.append)
    return views


def _answer(
    monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], fill: Callable[..., None]
) -> None:
    """Fill a question in and say yes, as a person would."""

    def exec_(asked: QDialog) -> int:
        fill(asked)
        asked.accept()
        return asked.result()

    monkeypatch.setattr(kind, "exec", exec_)


def _entries(menu: ViewMenu) -> dict[str, bool]:
    menu.menu.aboutToShow.emit()
    return {
        action.text(): action.isChecked()
        for action in menu.menu.actions()
        if not action.isSeparator()
    }


def _press(menu: ViewMenu, words: str) -> None:
    menu.menu.aboutToShow.emit()
    next(action for action in menu.menu.actions() if action.text() == words).trigger()


def _titles(office: Office) -> list[str]:
    return [row.title for row in office.ask(saved_views, "clients")]


def test_a_list_begins_with_the_usual_view(menu: ViewMenu) -> None:
    menu.load()

    assert menu.button.text() == "View: usual"
    assert _entries(menu) == {
        "Usual view": True,
        "Choose columns …": False,
        "Save as view …": False,
    }


def test_a_list_comes_back_with_the_columns_it_was_left_with(
    qtbot: QtBot, office: Office, menu: ViewMenu, chosen: list[View]
) -> None:
    office.act(remember_view, "clients", View(("name", "phone")))

    menu.load()
    qtbot.waitUntil(lambda: bool(chosen))

    assert chosen == [View(("name", "phone"))]
    assert menu.button.text() == "View: own columns"
    assert not _entries(menu)["Usual view"]


def test_columns_are_chosen_and_remembered(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    office: Office,
    menu: ViewMenu,
    chosen: list[View],
) -> None:
    _answer(monkeypatch, ColumnsQuestion, lambda asked: asked.chooser.set_value(("name", "phone")))

    _press(menu, "Choose columns …")
    qtbot.waitUntil(lambda: office.ask(last_view, "clients") == View(("name", "phone")))

    assert chosen == [View(("name", "phone"))]


def test_a_view_is_kept_with_its_filters_and_offered(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, office: Office, menu: ViewMenu
) -> None:
    def fill(asked: NameQuestion) -> None:
        asked.name.set_value("Phones & more")
        asked.shared.set_value(True)

    _answer(monkeypatch, NameQuestion, fill)
    menu.note_filters(PHONES.filters)

    _press(menu, "Save as view …")
    qtbot.waitUntil(lambda: menu.button.text() == "View: Phones && more")

    (row,) = office.ask(saved_views, "clients")
    assert (row.view.filters, row.is_shared) == (PHONES.filters, True)
    assert _entries(menu)["Phones && more"]
    assert _entries(menu)["Offer to all colleagues"]


def test_a_view_without_a_name_is_asked_for_again(qtbot: QtBot, menu: ViewMenu) -> None:
    asked = NameQuestion(menu, "Save view", "Save view", can_share=True)
    asked.show()
    asked.accept()

    assert asked.isVisible()
    assert asked.form.field("title").problem()
    asked.reject()


def test_a_saved_view_is_chosen_and_left_again(
    qtbot: QtBot, office: Office, menu: ViewMenu, chosen: list[View]
) -> None:
    office.act(save_view, "clients", "Phones", PHONES)
    menu.load()
    qtbot.waitUntil(lambda: "Phones" in _entries(menu))

    _press(menu, "Phones")
    assert chosen == [PHONES]
    assert menu.button.accessibleName() == "View: Phones"

    _press(menu, "Usual view")
    assert chosen[-1] == View(("name", "age"))


def test_views_of_colleagues_say_whose_they_are_and_cannot_be_changed(
    qtbot: QtBot, office: Office, menu: ViewMenu
) -> None:
    office.work_as("Karl")
    office.act(save_view, "clients", "Phones", PHONES, is_shared=True)
    office.work_as("Anna Beispiel")
    menu.load()
    qtbot.waitUntil(lambda: "Phones (Karl)" in _entries(menu))

    _press(menu, "Phones (Karl)")

    assert "Delete view" not in _entries(menu)


def test_a_view_can_be_renamed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, office: Office, menu: ViewMenu
) -> None:
    office.act(save_view, "clients", "Phones", PHONES)
    menu.load()
    qtbot.waitUntil(lambda: "Phones" in _entries(menu))
    _press(menu, "Phones")
    _answer(monkeypatch, NameQuestion, lambda asked: asked.name.set_value("Calls"))

    _press(menu, "Rename view …")
    qtbot.waitUntil(lambda: menu.button.text() == "View: Calls")

    assert _titles(office) == ["Calls"]


def test_a_deleted_view_can_be_brought_back(qtbot: QtBot, office: Office, menu: ViewMenu) -> None:
    office.act(save_view, "clients", "Phones", PHONES)
    menu.load()
    qtbot.waitUntil(lambda: "Phones" in _entries(menu))
    _press(menu, "Phones")
    said: list[tuple[str, Callable[[], None]]] = []
    menu.said.connect(lambda sentence, undo: said.append((sentence, undo)))

    _press(menu, "Delete view")
    qtbot.waitUntil(lambda: bool(said))
    assert _titles(office) == []

    said[0][1]()
    qtbot.waitUntil(lambda: menu.button.text() == "View: Phones")
    assert office.ask(saved_views, "clients")[0].view == PHONES


def test_back_to_the_usual_columns(qtbot: QtBot, menu: ViewMenu) -> None:
    asked = ColumnsQuestion(menu, OPTIONS, ("phone", "name"), ("name", "age"))
    assert asked.chooser.value() == ("phone", "name")

    asked._on_back_clicked()

    assert asked.chooser.value() == ("name", "age")
