"""What another thread says arrives on the UI thread, or nowhere; it never ends the program."""

from __future__ import annotations

import subprocess
import sys
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import delete

from tests.house.sources import program
from ui.landing import Landing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_SPEAKING = """
import sys, time
from threading import Thread
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import delete
from ui.sharing.hearing import Hearing
sys.setswitchinterval(1e-5)
app = QCoreApplication([])
now, heard, is_over = [None], [], []
def speak():
    while not is_over:
        if now[0] is not None:
            now[0].heard(frozenset({"tasks"}))
speakers = [Thread(target=speak) for _ in range(2)]
for speaker in speakers:
    speaker.start()
until = time.monotonic() + 4
while time.monotonic() < until:
    parent = QObject()
    now[0] = hearing = Hearing(parent)
    hearing.changes_heard.connect(heard.append)
    app.processEvents()
    time.sleep(0.0001)
    delete(parent)
is_over.append(True)
for speaker in speakers:
    speaker.join()
assert heard
"""


class Screen(QObject):
    """Remembers what is said to it, and on which thread."""

    def __init__(self) -> None:
        """Begin without anything."""
        super().__init__()
        self.words: list[object] = []
        self.landing = Landing(self._on_said)

    def _on_said(self, *words: object) -> None:
        assert current_thread() is main_thread()
        self.words += words


def _from_another_thread(landing: Landing, *words: object) -> None:
    for word in words:
        speaker = Thread(target=landing.send, args=(word,))
        speaker.start()
        speaker.join()


def test_words_arrive_on_the_ui_thread_in_their_order(qtbot: QtBot) -> None:
    screen = Screen()
    _from_another_thread(screen.landing, *range(20))
    assert not screen.words
    qtbot.waitUntil(lambda: len(screen.words) == 20)
    assert screen.words == list(range(20))


def test_words_for_a_screen_that_is_gone_are_dropped(qtbot: QtBot) -> None:
    gone, other = Screen(), Screen()
    _from_another_thread(gone.landing, "before")
    delete(gone)
    _from_another_thread(gone.landing, "after")
    _from_another_thread(other.landing, "here")
    qtbot.waitUntil(lambda: other.words == ["here"])
    assert not gone.words


def test_a_landing_keeps_no_screen_alive(qtbot: QtBot) -> None:
    other, landing = Screen(), Screen().landing
    _from_another_thread(landing, "nobody")
    _from_another_thread(other.landing, "here")
    qtbot.waitUntil(lambda: other.words == ["here"])


def test_whoever_starts_a_thread_hears_from_it_by_a_landing() -> None:
    starters = {str(file.path): file.text for file in program() if "Thread(" in file.text}
    silent = {"app/server/listening.py", "ui/sharing/waiting_line.py"}
    """The listener knows no screen; giving up a question tells nobody."""
    assert starters.keys() > silent
    assert {path for path, text in starters.items() if "Landing(" not in text} == silent


def test_a_window_may_close_while_the_listener_speaks() -> None:
    """A program of its own: before, a signal of a deleted object ended it within a second."""
    done = subprocess.run(
        [sys.executable, "-c", _SPEAKING], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
