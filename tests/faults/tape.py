"""A recording of what a program asked the disk to write, played back as after a power cut."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from pathlib import Path

_CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
_HEX = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one file ("" for what the program said)."""

    kind: str
    file: str
    data: bytes = b""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Tape:
    """All events, in order."""

    events: tuple[Event, ...]

    @classmethod
    def of(cls, trace: str, database: Path) -> Tape:
        """Understand strace's lines about a database and its log."""
        return cls(tuple(_events(trace, database)))

    def play(self, folder: Path, chance: random.Random) -> set[int]:
        """Bring a folder into a state after a power cut; answer the numbers said before it.

        What was flushed is there. Of what was not, each write is there, missing, or torn.
        """
        end = chance.randrange(len(self.events))
        happened = self.events[: end + 1]
        for file in {event.file for event in happened if event.file}:
            mine = [event for event in happened if event.file == file]
            flushed = max((at for at, event in enumerate(mine) if event.kind == "flush"), default=0)
            for at, event in enumerate(mine):
                _apply(folder / file, event if at <= flushed else _damaged(event, chance))
        said = b"".join(event.data for event in happened if event.kind == "say")
        return {int(line) for line in said.split(b"\n")[:-1]}


def _events(trace: str, database: Path) -> list[Event]:
    names = {f"{database}{end}": f"{database.name}{end}" for end in ("", "-wal")}
    open_files: dict[str, str] = {"1": ""}
    events = []
    for line in trace.splitlines():
        match = _CALL.match(line)
        if match is None or int(match[3]) < 0:
            continue
        call, arguments, answer = match.groups()
        if call == "openat":
            path = _text(arguments).decode("utf-8", "replace")
            open_files.pop(answer, None)
            if path in names:
                open_files[answer] = names[path]
            continue
        event = _event(call, arguments, open_files)
        if event is not None:
            events.append(event)
    return events


def _event(call: str, arguments: str, open_files: dict[str, str]) -> Event | None:
    handle, *numbers = [part.strip() for part in _HEX.sub("", arguments).split(",")]
    if call == "close":
        open_files.pop(handle, None)
        return None
    file = open_files.get(handle)
    if file is None:
        return None
    if call == "write":
        return None if file else Event("say", "", _text(arguments))
    if call == "pwrite64":
        return Event("write", file, _text(arguments), int(numbers[-1]))
    if call == "ftruncate":
        return Event("cut", file, at=int(numbers[-1]))
    return Event("flush", file) if call in {"fsync", "fdatasync"} else None


def _text(arguments: str) -> bytes:
    match = _HEX.search(arguments)
    return bytes.fromhex(match[1].replace("\\x", "")) if match else b""


def _damaged(event: Event, chance: random.Random) -> Event | None:
    fate = chance.choice(["there", "missing", "torn"])
    if fate == "there" or event.kind == "flush":
        return event
    if fate == "missing" or event.kind == "cut":
        return None
    sectors = chance.randrange(len(event.data) // _SECTOR + 1)
    return Event(event.kind, event.file, event.data[: sectors * _SECTOR], event.at)


def _apply(file: Path, event: Event | None) -> None:
    if event is None or event.kind not in {"write", "cut"}:
        return
    file.touch()
    with file.open("r+b") as stream:
        if event.kind == "cut":
            stream.truncate(event.at)
        else:
            stream.seek(event.at)
            stream.write(event.data)
