"""Reading an address file aside: the window stays free, and it can be given up at any time."""

from __future__ import annotations

from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from app.areas.coordinates.reader import Job, serve
from app.areas.coordinates.troubles import BROKEN_OFF, STOPPED, refusal
from app.areas.rules.address_columns import check_plan
from app.errors import Problem, Refused

if TYPE_CHECKING:
    from pathlib import Path

    from app.areas.coordinates.looking import FileLook
    from app.areas.rules.address_columns import AddressPlan

_LOOK = 0.2
"""Seconds between two looks at whether it was given up."""


class Watch:
    """Counted by the thread that works, looked at and stopped by the one that shows."""

    def __init__(self) -> None:
        """Begin with nothing done and no end known."""
        self.done = 0
        self.all = 0
        self.is_stopped = False

    def stop(self) -> None:
        """Have the work end at its next step, with nothing kept."""
        self.is_stopped = True

    def look(self) -> None:
        """Raise `Refused` when somebody gave it up."""
        if self.is_stopped:
            raise Refused(Problem(STOPPED))


@dataclass(frozen=True, slots=True)
class WrongRow:
    """A row that cannot be used."""

    line: int
    problem: Problem


@dataclass(slots=True)
class ReadFile:
    """What was read from a file, packed as it came."""

    name: str
    country: str
    sha256: str = ""
    count: int = 0
    """Addresses."""
    twice: int = 0
    """Rows of an address that stood there before; the first counts."""
    wrongs: int = 0
    wrong: tuple[WrongRow, ...] = ()
    """The first of them."""
    parcels: list[bytes] = field(default_factory=list, repr=False)


def read_addresses(file: Path, look: FileLook, plan: AddressPlan, watch: Watch) -> ReadFile:
    """Read a file by a plan; takes seconds: not to be called on the UI thread.

    Raises `Refused` when nothing can be used or `watch` was stopped.
    """
    if problems := check_plan(plan):
        raise Refused(*problems)
    context = get_context("spawn")  # the only way that is safe beside threads, everywhere
    channel, far_end = context.Pipe(duplex=False)
    job = Job(file, look.encoding, look.delimiter, plan)
    process = context.Process(target=serve, args=(job, far_end), daemon=True)
    process.start()
    far_end.close()
    found = ReadFile(look.name, plan.country)
    try:
        while not found.sha256:
            watch.look()
            if channel.poll(_LOOK):
                _take(found, channel.recv(), watch)
    except EOFError:
        raise refusal(BROKEN_OFF, file=look.name) from None
    finally:
        process.terminate()
        process.join()
        channel.close()
    return found


def _take(found: ReadFile, message: tuple[Any, ...], watch: Watch) -> None:
    kind, *facts = message
    if kind == "refused":
        raise refusal(facts[0], **facts[1])
    if kind == "read":
        watch.done = facts[0]
    elif kind == "wrong":
        found.wrongs, found.twice, wrong = facts
        found.wrong = tuple(
            WrongRow(line, Problem(text, values=values)) for line, text, values in wrong
        )
    elif kind == "parcel":
        found.count += facts[0]
        found.parcels.append(facts[1])
    else:
        found.sha256 = facts[0]
