"""A process that knows the program already, and of which each story runs a copy.

`python -m tests.stories.nursery SOCKET` listens until its input ends. Whoever connects sends a
line of JSON with what to run, hears the number of its process and, when it ends, its exit code.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import runpy
import select
import socket
import sys
from importlib import import_module
from typing import Any

from app.quick_import import quick_import

KNOWN = (
    "app.command_line.parser",
    "db.tables",
    "ui.start",
    "ui.furnishing",
    "ui.my_day.my_day_page",
    "ui.client_tabs",
    "ui.clients.clients_page",
    "ui.visiting.visits_page",
    "ui.letters.letter_composer",
    "ui.letters.letters_page",
)
"""What nearly every story comes by; a page that few of them open is imported there."""


def bear() -> dict[str, Any]:
    """Wait for stories; answer in a new process for each what is to be run there."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(sys.argv[1])
    listener.listen()
    print("ready", flush=True)  # noqa: T201 - the answer of this program
    while sys.stdin not in select.select([listener, sys.stdin], [], [])[0]:
        story, _address = listener.accept()
        if os.fork() == 0:
            listener.close()
            return _watched(story)
        story.close()
        _forget(os.WNOHANG)
    _forget(0)
    sys.exit()


def _forget(how: int) -> None:
    """Let those go who ended; with 0 wait until everybody has."""
    try:
        while os.waitpid(-1, how)[0]:
            pass
    except ChildProcessError:
        return


def _watched(story: socket.socket) -> dict[str, Any]:
    """Answer in one more new process what is to be run; in this one, tell how that ended."""
    with story, story.makefile("rw", encoding="utf-8") as talk:
        wanted: dict[str, Any] = json.loads(talk.readline())
        child = os.fork()
        if child == 0:
            return wanted
        talk.write(f"{child}\n")
        talk.flush()
        _same, status = os.waitpid(child, 0)
        talk.write(f"{os.waitstatus_to_exitcode(status)}\n")
    os._exit(0)


def become(wanted: dict[str, Any]) -> None:
    """Run a module as if it had been started by itself."""
    for way, name, number in ((os.O_RDONLY, os.devnull, 0), (os.O_WRONLY, wanted["said"], 1)):
        opened = os.open(name, way)
        os.dup2(opened, number)
        os.close(opened)
    os.dup2(1, 2)
    faulthandler.enable()
    os.environ.clear()
    os.environ.update(wanted["environment"])
    sys.argv[1:] = wanted["words"]
    gc.enable()
    runpy.run_module(wanted["module"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    with quick_import():
        for known in KNOWN:
            import_module(known)
    become(bear())
