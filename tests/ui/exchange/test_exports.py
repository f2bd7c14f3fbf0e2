"""A page that asks for an export gets the dialog, and what became of it is said there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.exchange.writing.columns import ExportColumn
from ui.exchange.exports import Exports
from ui.widgets.export_offer import ExportOffer, given_rows
from ui.widgets.page import Page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk

OFFER: ExportOffer[str] = ExportOffer(
    list_name="clients",
    title="People",
    count=0,
    columns=(ExportColumn("name", "Name", str),),
    chosen=("name",),
    fetch=given_rows(()),
    person_of=UUID,
    is_protected=bool,
)


def test_a_page_that_asks_gets_the_dialog(qtbot: QtBot, desk: Desk) -> None:
    page = Page(desk)
    qtbot.addWidget(page)
    page.show()
    exports = Exports(page)
    said: list[str] = []
    page.said.connect(lambda sentence, _undo: said.append(sentence))

    page.export_asked.emit(OFFER)

    assert exports.dialog is not None
    assert exports.dialog.isVisible()
    exports.dialog.said.emit("Saved.")
    assert said == ["Saved."]
    exports.dialog.reject()
    qtbot.waitUntil(lambda: exports.dialog is None)
