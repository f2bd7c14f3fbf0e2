"""The screens of exports and views: the dialog, the columns of the people list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.views.rules import View
from ui.clients.client_list import ClientList
from ui.exchange.export_dialog import ExportDialog
from ui.views.view_questions import ColumnsQuestion
from ui.widgets.page import Place

if TYPE_CHECKING:
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


def ask_columns(stage: Stage) -> QWidget:
    """Ask for the columns of the people list."""
    people = _list(stage)
    usual = ("name", "age")
    asked = ColumnsQuestion(stage.window, people._columns.options(), MANY, usual)
    asked.show()
    return asked


def _list(stage: Stage) -> ClientList:
    stage.go_to(Place("clients"))
    stage.settle()
    for dialog in stage.window.findChildren(ExportDialog):
        dialog.reject()
    return stage.window.findChildren(ClientList)[0]
