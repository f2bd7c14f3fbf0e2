"""Character maps of embedded fonts: what each printed code stands for when a page is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_AT_ONCE = 100
"""A character map has at most so many entries in one block (Adobe technical note 5014)."""


def unicode_map(pairs: Sequence[tuple[int, str]]) -> str:
    """Answer a ToUnicode map of codes (0 to 255) and the characters that they stand for."""
    entries = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in pairs]
    blocks = [entries[start : start + _AT_ONCE] for start in range(0, len(entries), _AT_ONCE)]
    shown = (f"{len(block)} beginbfchar\n{_lines(block)}\nendbfchar\n" for block in blocks)
    return _CMAP.format(blocks="".join(shown))


def _lines(block: Sequence[str]) -> str:
    return "\n".join(block)


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
