"""Our icons: own SVG drawings, tinted by role when painted, so that a new theme just works."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from resources import resource
from ui.palette import Role
from ui.style import colour


class UnknownIconError(LookupError):
    """A name that no drawing has: a slip in the code."""


def icon(name: str, role: Role = Role.TEXT) -> QIcon:
    """Answer an icon by its name in resources/icons, painted in a role's colour.

    Raises `UnknownIconError` when there is no such drawing.
    """
    _drawing(name)
    return QIcon(_TintedIcon(name, role))


def icon_pixmap(name: str, role: Role, size: int, ratio: float = 1.0) -> QPixmap:
    """Answer an icon as a picture of `size` logical pixels, sharp at the screen's `ratio`."""
    return _picture(name, colour(role).name(), (size, size), ratio)


class _TintedIcon(QIconEngine):
    """Paints one drawing in the colour that its role has at that moment."""

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = _picture(self._name, self._tint(mode), rect.size().toTuple(), ratio)
        painter.drawPixmap(rect.topLeft(), picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        return _picture(self._name, self._tint(mode), (size.width(), size.height()), scale)

    def _tint(self, mode: QIcon.Mode) -> str:
        disabled = mode == QIcon.Mode.Disabled
        return colour(Role.CONTROL_LINE if disabled else self._role).name()


@lru_cache
def _drawing(name: str) -> str:
    file = resource("icons", f"{name}.svg")
    if not file.is_file():
        message = f"No icon is named {name!r}."
        raise UnknownIconError(message)
    return file.read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _picture(name: str, tint: str, room: tuple[int, int], ratio: float) -> QPixmap:
    """Draw a square at the left of `room`; what is wider keeps the words beside it away."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - only when the first icon is painted

    drawing = _drawing(name).replace("currentColor", tint)
    wide, high = (max(1, round(pixels * ratio)) for pixels in room)
    side = min(wide, high)
    picture = QPixmap(wide, high)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
