"""The bundled type family: Noto Sans at once, its Arabic and Hebrew companions a moment later."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from resources import path

FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew")
"""The families in the order they are asked for a letter."""

BASE_SIZE = 10.5
"""The size of running text in points at 100 %."""

_FIRST = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf")
_COMPANIONS = (
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-SemiBold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-SemiBold.ttf",
)
_loaded: set[str] = set()


def load_first_fonts() -> None:
    """Load what the first paint needs."""
    _load(_FIRST)


def load_companion_fonts() -> None:
    """Load the other scripts; called once the window has been painted."""
    _load(_COMPANIONS)


def base_font(scale: float) -> QFont:
    """Answer the running text's font; `scale` is 1.0 to 2.0."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(BASE_SIZE * scale)
    return font


def with_even_digits(font: QFont) -> QFont:
    """Answer the font with numbers of one width, so that columns of them align."""
    even = QFont(font)
    even.setFeature(QFont.Tag.fromString("tnum"), 1)
    return even


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        if name not in _loaded and QFontDatabase.addApplicationFont(str(path("fonts", name))) >= 0:
            _loaded.add(name)
