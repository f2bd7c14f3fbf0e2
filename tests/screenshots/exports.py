"""The screens of exports and views: the dialog, the columns of the people list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.views.rules import View
from ui.clients.client_list import ClientList
from ui.exchange.export_dialog import ExportDialog
from ui.views.row_list import RowList
from ui.views.view_questions import ColumnsQuestion
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage

MANY = ("name", "age", "phone", "status", "last_contact")


def show_export(stage: Stage) -> QWidget:
    """Open the dialog over the people list, with its address columns."""
    _list(stage).views.view = View((*MANY, "street"))
    stage.go_to(Place("clients", None, "export"))
    stage.settle()
    return stage.window.findChildren(ExportDialog)[-1]


def show_columns(stage: Stage) -> QWidget:
    """Show the people list with more columns, beside a card."""
    people = _list(stage)
    people.views.view = View(MANY)
    people.views.chosen.emit(people.views.view)
    stage.settle()
    return stage.window


def show_view(page: str, columns: tuple[str, ...]) -> Callable[[Stage], QWidget]:
    """Answer what shows the list of a page with other columns."""

    def show(stage: Stage) -> QWidget:
        window = stage.go_to(Place(page))
        stage.settle()
        rows = next(each for each in window.findChildren(RowList) if each.isVisible())
        rows.views.view = View(columns)
        rows.views.chosen.emit(rows.views.view)
        stage.settle()
        return window

    return show


def show_filters(stage: Stage) -> QWidget:
    """Narrow the people list down to an age, with all filters in sight."""
    people = _list(stage)
    people.views.chosen.emit(View(filters=(("age_from", "70"), ("age_to", "85"))))
    stage.settle()
    return stage.window


def ask_columns(stage: Stage) -> QWidget:
    """Ask for the columns of the people list."""
    people = _list(stage)
    usual = ("name", "age")
    asked = ColumnsQuestion(stage.window, people._listed.options(), MANY, usual)
    asked.show()
    return asked


def _list(stage: Stage) -> ClientList:
    stage.go_to(Place("clients"))
    stage.settle()
    for dialog in stage.window.findChildren(ExportDialog):
        dialog.reject()
    return stage.window.findChildren(ClientList)[0]
