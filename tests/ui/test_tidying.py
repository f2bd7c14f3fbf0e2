"""Garbage is collected on the UI thread alone."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest

from ui.tidying import Tidying, collect_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class _Knot:
    """Something that only a cycle keeps alive; it notes the thread it dies on."""

    died_on: threading.Thread | None = None

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        _Knot.died_on = threading.current_thread()


@pytest.fixture
def tidying(qtbot: QtBot) -> Iterator[Tidying]:
    del qtbot
    was_on = gc.isenabled()
    _Knot.died_on = None
    tidying = Tidying()
    yield tidying
    tidying.deleteLater()
    if was_on:
        gc.enable()


def _allocate() -> None:
    knots = [[number] for number in range(5 * gc.get_threshold()[0])]
    assert knots


def test_another_thread_never_collects(tidying: Tidying) -> None:
    gc.collect()
    _Knot()
    thread = threading.Thread(target=_allocate)
    thread.start()
    thread.join()
    assert _Knot.died_on is None
    assert not gc.isenabled()
    assert tidying.thread().isCurrentThread()


def test_the_ui_thread_collects_what_is_due(tidying: Tidying) -> None:
    assert not gc.isenabled()
    assert tidying.thread().isCurrentThread()
    gc.collect()
    _Knot()
    kept = [[number] for number in range(2 * gc.get_threshold()[0])]
    collect_due()
    assert kept
    assert _Knot.died_on is threading.main_thread()
