"""A PDF file as it stands on the disk: numbered objects, their table, and where they begin."""

from __future__ import annotations

import zlib
from array import array
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 6
"""How hard streams are packed, of 9: harder takes twice the time for 1 % less."""

_AT_ONCE = 2**16
"""So many bytes wait in memory before they are written."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Objects that many files have under the same numbers, written once."""

    first: int
    """The number of the first; the others follow it."""
    content: bytes
    places: tuple[int, ...]
    """Where each begins in the content."""
    digest: bytes
    """What stands for the content in the name of a file."""


def ready(first: int, bodies: Sequence[bytes]) -> Ready:
    """Answer the objects of so many numbers, to be put into a file at once."""
    objects = [_object(number, body) for number, body in enumerate(bodies, start=first)]
    places = [0]
    for each in objects:
        places.append(places[-1] + len(each))
    content = b"".join(objects)
    return Ready(first, content, tuple(places[:-1]), blake2b(content, digest_size=16).digest())


class PdfFile:
    """Objects are put one behind the other; the same objects give the same bytes."""

    def __init__(self, into: IO[bytes] | None = None) -> None:
        """Begin in memory, or in an empty file."""
        self._file = BytesIO() if into is None else into
        self._at = self._file.write(_HEADER)
        self._waiting: list[bytes] = []
        self._unnamed: list[bytes] = []
        """What the name of the file is still to be made of."""
        self._held = 0
        self._places = array("Q", (0,))
        self._name = blake2b(digest_size=16)

    @property
    def count(self) -> int:
        """The number that the next new object gets."""
        return len(self._places)

    def reserve(self, count: int = 1) -> int:
        """Answer the first of so many new numbers, whose objects come later."""
        first = len(self._places)
        self._places.extend((0,) * count)
        return first

    def put(self, number: int, body: bytes) -> None:
        """Write the object of a number that was reserved."""
        self._places[number] = self._at
        whole = _object(number, body)
        self._wait(whole, whole)

    def put_ready(self, objects: Ready) -> None:
        """Write objects that are ready, from the next new number on."""
        assert objects.first == len(self._places), "these have other numbers"  # noqa: S101 - a promise
        start = self._at
        self._places.extend([start + place for place in objects.places])
        self._wait(objects.content, objects.digest)

    def add(self, body: bytes) -> int:
        """Write a new object; answer its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def finish(self, root: int, info: int) -> None:
        """Write the table of all objects and what stands at the end."""
        self._write()
        count, start = len(self._places), self._at
        name = self._name.hexdigest().encode()
        table = b"%010d 00000 n \n" * (count - 1) % tuple(self._places[1:])
        self._file.write(
            b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n"
            b"<</Size %d/Root %d 0 R/Info %d 0 R/ID [<%b> <%b>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (count, table, count, root, info, name, name, start)
        )

    def _wait(self, content: bytes, named: bytes) -> None:
        self._waiting.append(content)
        self._unnamed.append(named)
        self._at += len(content)
        self._held += len(content)
        if self._held > _AT_ONCE:
            self._write()

    def _write(self) -> None:
        """Write what waits: many small objects at once."""
        self._name.update(b"".join(self._unnamed))
        self._file.write(b"".join(self._waiting))
        self._waiting.clear()
        self._unnamed.clear()
        self._held = 0

    def content(self) -> bytes:
        """Answer the file that was made in memory."""
        assert isinstance(self._file, BytesIO), "this one stands on the disk"  # noqa: S101 - a promise
        self._write()
        return self._file.getvalue()


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def stream(content: bytes, entries: str = "") -> bytes:
    """Answer a stream as the body of an object, its end on a line of its own.

    ISO 19005-2, 6.1.7.1 wants it so. `entries` stand in its dictionary.
    """
    # Behind a carriage return of the content a lone line feed would be taken for its half.
    end = b"\r\n" if content.endswith(b"\r") else b"\n"
    head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("ascii")
    return b"".join((head, content, end, b"endstream"))


def packed(content: bytes, entries: str = "") -> bytes:
    """Answer a stream of compressed content."""
    return stream(zlib.compress(content, _PACKED), f"{entries}/Filter/FlateDecode")


def text_string(text: str) -> str:
    """Answer a text as PDF writes it in descriptions (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
