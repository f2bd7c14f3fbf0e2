"""Writing a letter: from a key to the painted page, and how long measuring a long text takes."""

from __future__ import annotations

import re
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from app.letters.readability.report import report
from app.letters.studio.sheet import studio_sheet
from app.letters.templates.delivered import delivered_source
from tests.benchmarks.offices import TODAY, office_folder, opened
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.window import Window
from ui.admin.more_page import MorePage
from ui.letters.studio_editor import StudioEditor
from ui.letters.studio_page import StudioPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.widgets.page_view import PageView

CLIENTS = 1_000
_CODE = "preventive_visit_75"
_TYPED = "Zwiebelfischquark" * 3
_WORDS = 2_000
_KEYS = 60


def letter_preview() -> Measured:
    """Measure each key in the letter studio until the page that shows it is painted."""
    folder = office_folder(CLIENTS)
    return measured(
        _keys(folder),
        _sheets(folder),
        Goal(p95_ms=100),
        "A key in a one-page letter to its painted page; baseline: setting and measuring alone",
    )


def readability_2000() -> Measured:
    """Measure a text of 2,000 words anew after each key; the baseline only finds its words."""
    source = " ".join(
        line for line in delivered_source(_CODE, "de").splitlines() if line[:1] != "["
    )
    words = (source.split() * 40)[:_WORDS]
    report(" ".join(words), "de")
    ours, plain = [], []
    for key in range(_KEYS):
        at = key * _WORDS // _KEYS
        words[at] += "x"
        text = " ".join(words)
        began = perf_counter()
        report(text, "de")
        ours.append((perf_counter() - began) * 1000)
        began = perf_counter()
        re.findall(r"\w+", text)
        plain.append((perf_counter() - began) * 1000)
    return measured(
        ours,
        plain,
        Goal(p95_ms=20),
        "Reading ease of 2,000 words after a key; baseline: finding the words",
    )


def _keys(folder: Path) -> list[float]:
    window = Window(opened(folder))
    window.main.page_created.connect(partial(_furnish, window.desk))
    window.go_to(Place("templates", None, f"edit {_CODE} de"))
    editor = window.part(StudioEditor)
    edit, view = editor.edit, editor.side.preview.view
    cursor = edit.textCursor()
    cursor.setPosition(edit.value().index("[purpose]\n") + len("[purpose]\n"))
    edit.setTextCursor(cursor)
    sheet, times = view.widget(), list[float]()
    assert sheet is not None, "the preview has no page"
    for at, key in enumerate(_TYPED):
        window.rest()
        typed = _TYPED[: at + 1]
        press = partial(QTest.keyClicks, edit, key)
        shows = partial(_shows, view, typed)
        times.append(window.time_to_painted(press, sheet, shows))
    window.close()
    return times


def _furnish(desk: Desk, _word: str, page: QWidget) -> None:
    if isinstance(page, MorePage):
        page.furnish({"templates": partial(StudioPage, desk)})


def _shows(view: PageView, typed: str) -> bool:
    return typed in view.accessibleName()


def _sheets(folder: Path) -> list[float]:
    office = opened(folder)
    source = delivered_source(_CODE, "de")
    times = []
    for at in range(len(_TYPED)):
        text = source.replace("[purpose]\n", f"[purpose]\n{_TYPED[:at]} ", 1)
        began = perf_counter()
        office.ask(studio_sheet, _CODE, "de", text, TODAY)
        times.append((perf_counter() - began) * 1000)
    office.close()
    return times
