"""The keys of the window change the size of the text within its bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal

from app.settings import Settings
from ui.frame.window_keys import LARGEST_SCALE, SMALLEST_SCALE, STEP, _scale_by

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class _Window(QObject):
    setting_chosen = Signal(str, object)

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.settings = Settings(font_scale=scale)


@pytest.mark.parametrize(
    ("scale", "step", "wanted"),
    [
        (100, STEP, 110),
        (LARGEST_SCALE, STEP, LARGEST_SCALE),
        (SMALLEST_SCALE, -STEP, SMALLEST_SCALE),
        (150, -LARGEST_SCALE, SMALLEST_SCALE),
    ],
)
def test_the_text_grows_and_shrinks_within_bounds(
    qtbot: QtBot, scale: int, step: int, wanted: int
) -> None:
    window = _Window(scale)
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        _scale_by(window, step)  # type: ignore[arg-type]  # what the scale needs of a window
    assert chosen.args == ["font_scale", wanted]
