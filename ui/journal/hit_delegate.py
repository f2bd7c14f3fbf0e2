"""Draws a found note: its heading, and its piece with the found words in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.clients.rules import full_name
from app.journal.rules import Access
from ui.fonts import base_font
from ui.icons import icon_pixmap
from ui.journal.note_words import contact_words, moment
from ui.palette import Role
from ui.style import colour, length, look, spacing
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from app.journal.queries.search import NoteHit
    from ui.journal.found_notes import HitsModel

_LINES = 2
"""Lines of the piece."""
_LAST_OF_PLANE = "\uffff"
Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """Everything is drawn as plain text, whatever stands in a note."""

    def __init__(self, hits: HitsModel) -> None:
        """Draw the notes of a model."""
        super().__init__()
        self._hits = hits

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Answer the room of a heading and two lines."""
        plain, _strong = _fonts()
        height = QFontMetrics(plain).lineSpacing() * (1 + _LINES) + spacing(20)
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one note."""
        hit, state, rect = self._hits.hits[index.row()], option.state, option.rect
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(rect, colour(Role.SELECTION))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour(Role.HOVER))
        painter.setPen(colour(Role.LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(spacing(12), spacing(8), -spacing(12), -spacing(8))
        below = _draw_heading(painter, inside, hit, is_chosen=is_chosen)
        _draw_piece(painter, below, hit, is_chosen=is_chosen)
        painter.restore()


def _draw_heading(painter: QPainter, rect: QRect, hit: NoteHit, *, is_chosen: bool) -> QRect:
    """Draw name, time and author; answer what is left below."""
    plain, strong = _fonts()
    wide, usual = QFontMetrics(strong), QFontMetrics(plain)
    line = QRect(rect.left(), rect.top(), rect.width(), wide.lineSpacing())
    if hit.access != Access.TEAM:
        size = length(16)
        role = Role.ON_SELECTION if is_chosen else Role.QUIET
        picture = icon_pixmap("lock", role, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(line.left(), line.top() + (line.height() - size) // 2, picture)
        line.setLeft(line.left() + size + spacing(6))
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    flags = int(align | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine)
    name = shown(full_name(hit.given_name, hit.family_name))
    name = wide.elidedText(name, Qt.TextElideMode.ElideRight, line.width() * 2 // 3)
    painter.setFont(strong)
    painter.setPen(colour(Role.ON_SELECTION if is_chosen else Role.TEXT))
    painter.drawText(line, flags, name)
    line.setLeft(line.left() + wide.horizontalAdvance(name) + spacing(12))
    contact = contact_words(hit.medium, None, reached=None)
    about = " · ".join(filter(None, (moment(hit.happened_at), contact, shown(hit.author))))
    painter.setFont(plain)
    painter.setPen(colour(Role.ON_SELECTION if is_chosen else Role.QUIET))
    about = usual.elidedText(about, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, flags, about)
    return rect.adjusted(0, wide.lineSpacing() + spacing(2), 0, 0)


def _draw_piece(painter: QPainter, rect: QRect, hit: NoteHit, *, is_chosen: bool) -> None:
    """Draw the piece of the note in two lines, the found words in bold."""
    plain, _strong = _fonts()
    text = shown(hit.excerpt.text)
    layout = QTextLayout(text, plain)
    layout.setTextOption(QTextOption())
    layout.setFormats([_bold(text, span) for span in hit.excerpt.spans])
    layout.beginLayout()
    top = 0.0
    for _at in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    painter.setPen(colour(Role.ON_SELECTION if is_chosen else Role.TEXT))
    layout.draw(painter, QPointF(rect.topLeft()))


def _bold(text: str, span: tuple[int, int]) -> QTextLayout.FormatRange:
    """Answer the look of a found word; Qt counts characters of higher planes twice."""
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    strong.setFontUnderline(True)
    found = QTextLayout.FormatRange()
    found.start = _units(text[: span[0]])
    found.length = _units(text[span[0] : span[1]])
    found.format = strong
    return found


def _units(text: str) -> int:
    return len(text) + sum(character > _LAST_OF_PLANE for character in text)


def _fonts() -> tuple[QFont, QFont]:
    plain = base_font(look().scale)
    strong = QFont(plain)
    strong.setWeight(QFont.Weight.DemiBold)
    return plain, strong
