"""Runs the real program as the observer does, on a computer that has no network at all.

`python -m tests.stories.no_network NOTES OFFICE` ends at once when the program asks for one.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.__main__ import main
from tests.stories.observer import Observer
from ui.start import application

_ASKED = 77
"""What the program ends with that wanted a network."""
_ASKING = frozenset({"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"})


def _end_if_asked(event: str, given: tuple[object, ...]) -> None:
    """Sockets of this computer have a path for an address; all others are of the network."""
    if event in _ASKING and not isinstance(given[-1], str | bytes):
        sys.stderr.write(f"A network was wanted: {event} {given[1:]}\n")
        sys.stderr.flush()
        os._exit(_ASKED)


if __name__ == "__main__":
    sys.addaudithook(_end_if_asked)
    observer = Observer(application(), Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
