"""Imports are quick inside the block, and Qt's own way is put back after it."""

from __future__ import annotations

import builtins
import gc
import subprocess
import sys
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QLabel

from app.quick_import import quick_import

WITHOUT_QT = """
import builtins
from app.quick_import import quick_import
before = builtins.__import__
with quick_import():
    assert builtins.__import__ is before
assert builtins.__import__ is before
"""


@pytest.fixture
def qts_way() -> object:
    """Answer how modules are imported where nobody asks for haste."""
    return builtins.__import__


def test_inside_the_block_imports_do_not_go_qts_way(qts_way: object) -> None:
    with quick_import():
        assert builtins.__import__ is not qts_way
        assert builtins.__import__ is vars(builtins)["__orig_import__"]

    assert builtins.__import__ is qts_way


def test_qts_way_comes_back_after_an_error(qts_way: object) -> None:
    with pytest.raises(ValueError, match="inside"), quick_import():
        raise ValueError("inside")  # noqa: EM101 - a plain error is the point

    assert builtins.__import__ is qts_way


def test_blocks_that_overlap_end_with_qts_way(qts_way: object) -> None:
    first, second = ExitStack(), ExitStack()
    first.enter_context(quick_import())
    second.enter_context(quick_import())

    first.close()
    assert builtins.__import__ is not qts_way
    second.close()

    assert builtins.__import__ is qts_way


def test_qt_works_while_imports_are_quick(qapp: object) -> None:
    with quick_import():
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - imported inside

        label = QLabel("Ærø")
        label.setText(label.text().upper())

        assert label.text() == "ÆRØ"
        assert QPrinterInfo.defaultPrinter() is not None


@pytest.mark.parametrize("collects", [True, False])
def test_garbage_is_collected_after_the_block_as_before_it(collects: bool) -> None:  # noqa: FBT001 - a parameter of the test
    if collects:
        gc.enable()
    with quick_import():
        assert not gc.isenabled()

    assert gc.isenabled() is collects
    assert gc.get_freeze_count() > 0
    gc.unfreeze()


def test_without_qt_nothing_changes() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_QT], check=False, capture_output=True)

    assert done.returncode == 0, done.stderr
