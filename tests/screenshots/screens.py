"""The screens that are rendered; a feature adds a line when it adds a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.screenshots.gallery import make_gallery
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage

USUAL_SIZE = (1366, 768)


@dataclass(frozen=True, slots=True)
class Screen:
    """A name for the file, and how the screen is brought about on the stage."""

    name: str
    show: Callable[[Stage], QWidget]
    size: tuple[int, int] = USUAL_SIZE


def _place(word: str, doing: str = "") -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        return stage.go_to(Place(word, None, doing))

    return show


def _client(stage: Stage) -> QWidget:
    return stage.go_to(Place("clients", stage.client_id))


def _plan_visit(stage: Stage) -> QWidget:
    return stage.go_to(Place("visiting", stage.client_id, "plan"))


def _record_visit(stage: Stage) -> QWidget:
    return stage.go_to(Place("visiting", stage.visit_id, "record"))


def _write_letter(stage: Stage) -> QWidget:
    return stage.go_to(Place("letters", stage.visit_id, "write"))


def _search(stage: Stage) -> QWidget:
    window = stage.go_to(Place("my_day"))
    stage.window.focus_search()
    stage.window.frame.top.search.setText("sch")
    return window


def _locked(stage: Stage) -> QWidget:
    stage.house.lock()
    return stage.window


def _first_start(stage: Stage) -> QWidget:
    stage.house.show_beginnings()
    return stage.window


SCREENS = (
    Screen("widgets", make_gallery),
    Screen("my_day", _place("my_day")),
    Screen("my_day_small", _place("my_day"), (1024, 768)),
    Screen("search", _search),
    Screen("clients", _place("clients")),
    Screen("client", _client),
    Screen("client_small", _client, (1024, 768)),
    Screen("client_new", _place("clients", "new")),
    Screen("visits", _place("visiting")),
    Screen("visit_plan", _plan_visit),
    Screen("visit_record", _record_visit),
    Screen("letters", _place("letters")),
    Screen("letter_write", _write_letter),
    Screen("more", _place("more")),
    Screen("settings", _place("settings")),
    Screen("backups", _place("backups")),
    Screen("areas", _place("areas")),
    Screen("office", _place("office")),
    Screen("security", _place("security")),
    Screen("about", _place("about")),
    Screen("locked", _locked),
    Screen("first_start", _first_start),
)
"""In the order they are rendered; what closes the office comes last."""
