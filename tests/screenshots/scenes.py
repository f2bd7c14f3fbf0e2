"""How the screens of cards, visits, letters and the beginnings are brought about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from app.admin.rules import WaysIn
from ui.admin.lock_screen import LockScreen
from ui.admin.new_office import NewOfficeSteps
from ui.clients.clients_page import ClientsPage
from ui.crash_window import CrashWindow
from ui.institutions.institutions_page import InstitutionsPage
from ui.intake.requests_page import RequestsPage
from ui.letters.letter_composer import LetterComposer
from ui.letters.mass_writer import MassWriter
from ui.tasks.task_table import TaskTable
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage

_INVENTED_KEY = "5TZJM9-5WKWXE-Z4ZQRE-S42JPZ-8E8QS2-X300VD"


def place(word: str, doing: str = "") -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        return stage.go_to(Place(word, None, doing))

    return show


def show_client(stage: Stage) -> QWidget:
    return stage.go_to(Place("clients", stage.client_id))


def edit_client(stage: Stage) -> QWidget:
    return stage.go_to(Place("clients", stage.client_id, "edit"))


def client_tab(at: int) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        window = show_client(stage)
        stage.settle()
        for tabs in window.findChildren(QTabWidget):
            tabs.setCurrentIndex(at % tabs.count())
        return window

    return show


def request(doing: str = "") -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        window = stage.go_to(Place("intake", None, "waiting"))
        stage.settle()
        (page,) = window.findChildren(RequestsPage)
        return stage.go_to(Place("intake", page.list.rows()[0].id, doing))

    return show


def consent(doing: str) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        window = stage.go_to(Place("clients"))
        stage.settle()
        (page,) = window.findChildren(ClientsPage)
        return stage.go_to(Place("clients", page.list.rows()[0].id, doing))

    return show


def show_institution(stage: Stage) -> QWidget:
    window = stage.go_to(Place("institutions"))
    stage.settle()
    (page,) = window.findChildren(InstitutionsPage)
    return stage.go_to(Place("institutions", page.list.rows()[1].id))


def plan_visit(stage: Stage) -> QWidget:
    return stage.go_to(Place("visiting", stage.client_id, "plan"))


def show_task(stage: Stage) -> QWidget:
    window = stage.go_to(Place("tasks"))
    stage.settle()
    for table in window.findChildren(TaskTable):
        table.choose_first()
    return window


def show_visit(stage: Stage) -> QWidget:
    return stage.go_to(Place("visiting", stage.visit_id))


def record_visit(stage: Stage) -> QWidget:
    return stage.go_to(Place("visiting", stage.visit_id, "record"))


def write_letter(stage: Stage) -> QWidget:
    return stage.go_to(Place("letters", stage.visit_id, "write"))


def write_to_list(stage: Stage) -> QWidget:
    """Begin a mailing to everybody."""
    window = stage.go_to(Place("letters", None, "mass kind=clients"))
    stage.settle()
    for mass in window.findChildren(MassWriter):
        mass.fields.template.set_value("mobile_advice_invitation")
    stage.settle()
    return window


def compose_letter(template: str, second: str = "") -> Callable[[Stage], QWidget]:
    """Begin a letter to a person, perhaps in two languages."""

    def show(stage: Stage) -> QWidget:
        window = stage.go_to(Place("letters", stage.client_id, f"compose {template}"))
        stage.settle()
        for composer in window.findChildren(LetterComposer):
            composer.fields.restore({"benefit": "Wohngeld", "file_number": "50/12-3456"})
            if second:
                composer.looks.second.set_value(second)
                composer.looks.arrangement.set_value("columns")
        stage.settle()
        return window

    return show


def show_search(stage: Stage) -> QWidget:
    window = stage.go_to(Place("my_day"))
    stage.window.focus_search()
    stage.window.frame.top.search.setText("sch")
    return window


def show_locked(stage: Stage) -> QWidget:
    stage.house.lock()
    return stage.window


def show_first_start(stage: Stage) -> QWidget:
    stage.house.show_beginnings()
    return stage.window


def show_join(stage: Stage) -> QWidget:
    stage.house.show_joining()
    return stage.window


def unlock_shared(stage: Stage) -> QWidget:
    screen = LockScreen("Besuchsdienst Düsseldorf")
    ways = WaysIn(
        keyring=False, passphrase=True, recovery=False, is_demo=False, is_shared=True, login="erika"
    )
    screen.show_ways(ways)
    stage.house.cover.show_screen(screen)
    return stage.window


def unlock(stage: Stage) -> QWidget:
    screen = LockScreen("Besuchsdienst Düsseldorf")
    screen.show_ways(WaysIn(keyring=False, passphrase=True, recovery=True, is_demo=False))
    stage.house.cover.show_screen(screen)
    return stage.window


def new_office(step: int) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        steps = NewOfficeSteps(Path("offices"), "Anna Beispiel", _INVENTED_KEY, keyring=True)
        steps.setCurrentIndex(step)
        stage.house.cover.show_screen(steps)
        steps.begin()
        return stage.window

    return show


def show_crash(_stage: Stage) -> QWidget:
    report = "Traceback (most recent call last):\n" + "  an invented line\n" * 12 + "KeyError: 'x'"
    return CrashWindow(report)
