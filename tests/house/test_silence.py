"""Silence is tested: a test that leaves noise or an open transaction behind fails."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

pytest_plugins = ["pytester"]

NOISY = """
import logging, threading, warnings
from PySide6.QtCore import QTimer
from sqlalchemy import create_engine

engine = create_engine("sqlite://")
left_open = []

def test_stray_log_line():
    logging.getLogger("db").warning("hm")

def test_open_connection():
    left_open.append(engine.connect())

def test_warning():
    warnings.warn("hm")

def test_thread_that_ends_in_an_error():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_error_that_qt_swallows(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(10)

def test_expected_log_line(caplog):
    logging.getLogger("db").warning("hm")
    caplog.clear()

def test_quiet():
    with engine.connect():
        pass
"""


def test_noise_fails_a_test_and_silence_does_not(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    root = str(request.config.rootpath)
    monkeypatch.setenv("PYTHONPATH", root)
    pytester.makepyfile(NOISY)

    said = pytester.runpytest_subprocess(
        "-c", f"{root}/pyproject.toml", "--rootdir", root, "-p", "tests.conftest", "-rfE"
    ).stdout.str()

    assert set(re.findall(r"^(?:FAILED|ERROR) \S+::(\w+)", said, re.MULTILINE)) == {
        "test_stray_log_line",
        "test_open_connection",
        "test_warning",
        "test_thread_that_ends_in_an_error",
        "test_error_that_qt_swallows",
    }
