"""What a calendar is painted with: fonts of the look in use, words cut to their room, icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPen

from ui.fonts import base_font, with_even_digits
from ui.icons import icon_pixmap
from ui.palette import Role
from ui.style import colour, length, look
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

_SMALL = 0.9
_MOST_SHOWN = 200
_MOST_KEPT = 4000
ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
LEFT = ONE_LINE | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
RIGHT = ONE_LINE | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
CENTRE = ONE_LINE | Qt.AlignmentFlag.AlignHCenter


class Ink:
    """Fonts, colours and cut words, taken anew when the look changes."""

    def __init__(self) -> None:
        """Take the look in use."""
        self.take_look()

    def take_look(self) -> None:
        """Take fonts and colours again."""
        self.plain = with_even_digits(base_font(look().scale))
        self.strong = QFont(self.plain)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(self.plain)
        self.small.setPointSizeF(self.plain.pointSizeF() * _SMALL)
        self.small_strong = QFont(self.small)
        self.small_strong.setWeight(QFont.Weight.DemiBold)
        self.struck = QFont(self.small)
        self.struck.setStrikeOut(True)
        fonts = (self.plain, self.strong, self.small, self.small_strong, self.struck)
        self._metrics = {id(font): QFontMetrics(font) for font in fonts}
        self._cut: dict[tuple[str, int, int], str] = {}
        self._colours: dict[Role, QColor] = {}
        self.line = self._metrics[id(self.small)].height()
        """Height of a small line in pixels."""
        self.icon = length(14)

    def width(self, words: str, font: QFont) -> int:
        """Answer how wide words are, in pixels."""
        return self._metrics[id(font)].horizontalAdvance(words)

    def height(self, font: QFont) -> int:
        """Answer how high a line is, in pixels."""
        return self._metrics[id(font)].height()

    def colour(self, role: Role) -> QColor:
        """Answer the colour of a role, asked for once."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = colour(role)
        return found

    def write(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        font: QFont,
        role: Role,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """Write one line, cut to its room."""
        painter.setFont(font)
        painter.setPen(self.colour(role))
        painter.drawText(rect, align, self.cut(words, font, rect.width()))

    def cut(self, words: str, font: QFont, room: int) -> str:
        """Answer words on one line that fit into so many pixels."""
        key = (words, id(font), room)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > _MOST_KEPT:
                self._cut.clear()
            line = shown(words[:_MOST_SHOWN]).replace("\n", " ")
            mode = Qt.TextElideMode.ElideRight
            found = self._cut[key] = self._metrics[id(font)].elidedText(line, mode, room)
        return found

    def draw_icon(self, painter: QPainter, x: int, y: int, name: str, role: Role) -> None:
        """Draw an icon from its upper left corner."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(x, y, icon_pixmap(name, role, self.icon, ratio))

    def ring(self, painter: QPainter, rect: QRect, *, has_focus: bool) -> None:
        """Draw where the keyboard is: two pixels where it acts, one where it would."""
        pen = QPen(self.colour(Role.FOCUS), 2 if has_focus else 1)
        if not has_focus:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
