"""Many of our own papers bound into one file: each stays tagged, in its language, as a part."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import IO, TYPE_CHECKING

from forms.archive import About, add_catalogue, add_pages
from forms.pdf import PdfFile
from forms.structure import root_entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FOREIGN = "this paper was not made by this program"
_REFERENCE = re.compile(rb"(\d+) 0 R")
_START = re.compile(rb"startxref\n(\d+)\n%%EOF\n$")
_ROOT = re.compile(rb"/Root (\d+) 0 R/Info (\d+) 0 R")
_ABOVE = re.compile(
    rb"/Pages (\d+) 0 R.*/Metadata (\d+) 0 R.*/DestOutputProfile (\d+) 0 R"
    rb".*/StructTreeRoot (\d+) 0 R"
)
_LANGUAGE = re.compile(rb"/Lang\(([^)]*)\)")
_AUTHOR = re.compile(rb"/Author<FEFF([0-9A-F]*)>")
_TREE = re.compile(rb"/K (\d+) 0 R")
_OWNER = re.compile(rb"\d+ (\d+) 0 R")
_KEY = re.compile(rb"/StructParents (\d+)/")
_FONTS = re.compile(rb"/Font (\d+) 0 R")
_STREAM = b"\nstream\n"
_END = b"\nendobj\n"


def bind(papers: Sequence[Path], into: IO[bytes], title: str) -> None:
    """Write all pages of papers, one behind the other, into a new file.

    The papers are files as `Paper` writes them; raises `ValueError` for others. The first
    says whose they are, and in which language the whole is. What they share, such as fonts, is
    there once; no more than one of them is in memory at a time.
    """
    bound = _Bound(PdfFile(into))
    about = About(title, "", "")
    for paper in papers:
        bindable = _Bindable(paper.read_bytes())
        if paper is papers[0]:
            about = About(title, bindable.author, bindable.language)
        bound.add(bindable)
    bound.finish(about)


class _Bindable:
    """One of our own papers, its objects by their numbers."""

    def __init__(self, content: bytes) -> None:
        start = _START.search(content, max(len(content) - 40, 0))
        if start is None:
            raise ValueError(_FOREIGN)
        behind = int(start[1])
        table = content[behind:].split(b"\n")
        self._content = content
        self.count = int(table[1].split()[1])
        self._places = [int(line[:10]) for line in table[2 : self.count + 2]]
        order = [*sorted(self._places[1:]), behind]
        self._ends = dict(pairwise(order))
        self.root, self.info = _numbers(_ROOT, table[-5])
        catalogue = self.body(self.root)
        above = _numbers(_ABOVE, catalogue)
        self.pages_at, self.metadata, self.profile, self.tree = above
        self.language = _found(_LANGUAGE, catalogue)[0].decode("ascii")
        author = _found(_AUTHOR, self.body(self.info))[0].decode("ascii")
        self.author = bytes.fromhex(author).decode("utf-16-be")
        tree = self.body(self.tree)
        (self.document,) = _numbers(_TREE, tree)
        self.owners = [int(number) for number in _OWNER.findall(tree, tree.index(b"/Nums["))]
        self.pages = [int(number) for number in _REFERENCE.findall(self.body(self.pages_at))]
        (self.fonts,) = _numbers(_FONTS, self.body(self.pages[0]))

    def body(self, number: int) -> bytes:
        """Answer what stands in an object."""
        place = self._places[number]
        end = self._ends[place] - len(_END)
        if not self._content.startswith(_END, end):
            raise ValueError(_FOREIGN)
        return self._content[place + len(b"%d 0 obj\n" % number) : end]


class _Bound:
    """The file that papers are bound into."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._above, self._tree, self._document = file.reserve(), file.reserve(), file.reserve()
        self._known: dict[bytes, int] = {}
        """What papers share, by a digest of it."""
        self._pages, self._parts, self._owners = array("Q"), array("Q"), array("Q")

    def add(self, paper: _Bindable) -> None:
        """Add the pages of a paper."""
        new = {paper.pages_at: self._above, paper.tree: self._document}
        for number in range(1, paper.fonts + 1):
            new[number] = self._shared(_with(paper.body(number), new))
        left_out = {paper.root, paper.info, paper.metadata, paper.profile, *new}
        own = [number for number in range(1, paper.count) if number not in left_out]
        first = self._file.reserve(len(own))
        new |= {number: first + at for at, number in enumerate(own)}
        for number in own:
            self._file.put(new[number], self._changed(paper, number, new))
        self._parts.append(new[paper.document])
        self._pages.extend(new[number] for number in paper.pages)
        self._owners.extend(new[number] for number in paper.owners)

    def finish(self, about: About) -> None:
        """Write what stands above all of them."""
        file, parts = self._file, " ".join(f"{part} 0 R" for part in self._parts)
        entry = f"<</Type/StructElem/S/Document/P {self._tree} 0 R/K[{parts}]>>"
        file.put(self._document, entry.encode("ascii"))
        file.put(self._tree, root_entry(self._document, self._owners).encode("ascii"))
        add_pages(file, self._above, self._pages)
        file.finish(*add_catalogue(file, about, self._above, self._tree))

    def _shared(self, body: bytes) -> int:
        key = blake2b(body, digest_size=16).digest()
        if key not in self._known:
            self._known[key] = self._file.add(body)
        return self._known[key]

    def _changed(self, paper: _Bindable, number: int, new: dict[int, int]) -> bytes:
        body = _with(paper.body(number), new)
        if number == paper.document:
            part = f"/S/Part/Lang({paper.language})".encode("ascii")
            return body.replace(b"/S/Document", part, 1)
        if number in paper.pages:
            return _KEY.sub(self._key, body, 1)
        return body

    def _key(self, found: re.Match[bytes]) -> bytes:
        return b"/StructParents %d/" % (int(found[1]) + len(self._owners))


def _with(body: bytes, new: dict[int, int]) -> bytes:
    """Answer an object with the new numbers of what it names; a stream stays as it is."""
    if _STREAM in body:
        return body
    text, named = _template(body)
    return text % tuple([new[number] for number in named])


@lru_cache(maxsize=4096)
def _template(body: bytes) -> tuple[bytes, tuple[int, ...]]:
    """Answer an object with places for numbers, and these: many papers have the same one."""
    named = tuple(map(int, _REFERENCE.findall(body)))
    return _REFERENCE.sub(b"%d 0 R", body.replace(b"%", b"%%")), named


def _numbers(pattern: re.Pattern[bytes], text: bytes) -> tuple[int, ...]:
    return tuple(map(int, _found(pattern, text)))


def _found(pattern: re.Pattern[bytes], text: bytes) -> tuple[bytes, ...]:
    found = pattern.search(text)
    if found is None:
        raise ValueError(_FOREIGN)
    return found.groups()
