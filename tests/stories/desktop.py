"""A real X server with a window manager, and a pair of hands that only has a keyboard."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.stories.running import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 20.0
"""Seconds after which a story is stuck."""
_PAUSE = 0.02
_SETTLES = 5.0
"""Seconds after which a Tab that moves no focus is taken as done: pressed again while the program
is only slow, it goes one field too far."""

State = dict[str, Any]


@contextmanager
def display(folder: Path, size: str = "1366x768x24") -> Iterator[str]:
    """Answer a display of our own, with openbox on it, for as long as the block runs."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answers:
        name = f":{answers.readline().strip()}"
    environment = {**os.environ, "DISPLAY": name, "HOME": str(folder)}
    is_there = folder / "openbox-is-there"
    manager = subprocess.Popen(
        ["openbox", "--startup", shlex.join(["touch", str(is_there)])],
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    try:
        # A window that asks to be shown while its manager still begins is sometimes never shown.
        until = time.monotonic() + PATIENCE
        while not is_there.exists():
            assert time.monotonic() < until, "openbox does not begin"
            time.sleep(_PAUSE)
        is_there.unlink()
        yield name
    finally:
        for child in (manager, server):
            child.terminate()
            child.wait(10)


class Hands:
    """Presses keys on a display and looks at the notes of the observer."""

    def __init__(self, display_name: str, notes: Path, pictures: Path) -> None:
        """Type on `display_name`; `pictures` is where screenshots go."""
        self._environment = {**os.environ, "DISPLAY": display_name}
        self._notes = notes
        self._pictures = pictures
        self._taken = 0
        self.keys = 0
        """How many keys were pressed so far."""
        pictures.mkdir(parents=True, exist_ok=True)

    def state(self) -> State:
        """Answer what the observer saw last."""
        try:
            return dict(json.loads(self._notes.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as "ctrl+2" or "Tab"."""
        self.keys += len(keys)
        self._tool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.keys += len(text)
        self._tool("type", "--clearmodifiers", "--delay", "4", text)

    def wait(self, wanted: Callable[[State], object], what: str) -> None:
        """Wait until the observer sees what is wanted; fail with a picture when it never does."""
        if not self.sees(wanted, within=PATIENCE):
            self.picture("stuck")
            message = f"never seen: {what}; last seen: {self.state()}"
            raise AssertionError(message)

    def sees(self, wanted: Callable[[State], object], within: float) -> bool:
        """Answer whether the observer sees what is wanted within so many seconds."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            state = self.state()
            assert not state.get("crash"), state["crash"]
            if state and wanted(state):
                return True
            time.sleep(_PAUSE)
        return False

    def wait_for_focus(self, *names: str) -> None:
        """Wait until the focus is in something that all these names lead to."""
        self.wait(lambda state: set(names) <= set(state["focus"]), f"focus in {names}")

    def tab_to(self, *names: str, place_in_row: int | None = None, most: int = 60) -> None:
        """Press Tab until the focus is where these names lead to."""
        for _step in range(most):
            state = self.state()
            there = set(names) <= set(state["focus"])
            if there and place_in_row in {None, state["place_in_row"]}:
                return
            self._tab(state)
        self.picture("lost")
        message = f"Tab never led to {names}; last seen: {self.state()}"
        raise AssertionError(message)

    def picture(self, name: str) -> Path:
        """Take a picture of the whole screen."""
        self._taken += 1
        file = self._pictures / f"{self._taken:02}-{name}.png"
        environment = {**self._environment, "QT_QPA_PLATFORM": "xcb"}
        said = file.with_suffix(".said")
        taking = Running("tests.stories.picture", [str(file)], environment, said)
        assert taking.wait(PATIENCE) == 0, said.read_text(encoding="utf-8")
        said.unlink()
        return file

    def press_alone(self, key: str) -> None:
        """Press a key and wait until the program has done what it does.

        That something changed does not tell: it may be what had loaded meanwhile, and the next
        key would go past what is wanted.
        """
        before = _times(self.state(), key)
        self.press(key)
        self.sees(lambda state: _times(state, key) > before, within=_SETTLES)

    def _tab(self, before: State) -> None:
        self.press_alone("Tab")
        self.sees(lambda state: state["widget"] != before["widget"], within=_SETTLES)

    def _tool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=PATIENCE)


def _times(state: State, key: str) -> int:
    """Answer how often a key such as "Tab" came to the program."""
    return int(state.get("handled", {}).get(key, 0))
