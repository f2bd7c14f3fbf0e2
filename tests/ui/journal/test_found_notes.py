"""Requirements of found notes as a list shows them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.journal.queries.search import NoteHit
from ui.journal.found_notes import HitsModel, heading
from ui.journal.hit_delegate import HitDelegate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def hit(given_name: str = "Erna") -> NoteHit:
    """Answer a found note with hostile words."""
    return NoteHit(
        id=uuid4(),
        person_id=uuid4(),
        given_name=given_name,
        family_name="<b>Łukasik</b>",
        serial=1,
        happened_at=datetime(2026, 11, 20, 8, tzinfo=UTC),
        author="Anna Beispiel",
        medium="phone",
        access="team",
        text="Karten & <i>Kaffee</i>",
        words=("kaffee",),
    )


def test_a_found_note_is_read_as_whose_when_and_what(qtbot: QtBot) -> None:
    del qtbot
    model = HitsModel()
    model.set_hits([hit()])
    model.add_hits([hit("Otto")])
    model.add_hits([])

    assert model.rowCount() == 2
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said is not None
    assert said.startswith("Erna <b>Łukasik</b> · ")
    assert "Kaffee" in said
    assert heading(hit()) in said
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None


def test_a_found_note_is_drawn_with_its_words(qtbot: QtBot) -> None:
    del qtbot
    model = HitsModel()
    model.set_hits([hit()])
    delegate = HitDelegate(model)
    option = QStyleOptionViewItem()
    size = delegate.sizeHint(option, model.index(0, 0))
    image = QImage(400, size.height(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option.rect = image.rect()
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()

    assert len({image.pixel(x, y) for x in range(400) for y in range(size.height())}) > 2
