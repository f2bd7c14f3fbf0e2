"""Character maps of embedded fonts."""

from __future__ import annotations

import re

from forms.unicode_map import unicode_map


def test_a_code_stands_for_one_or_more_characters() -> None:
    cmap = unicode_map([(1, "a"), (2, "لا")])

    assert "<01> <0061>" in cmap
    assert "<02> <06440627>" in cmap


def test_a_block_has_at_most_a_hundred_entries() -> None:
    cmap = unicode_map([(code, "x") for code in range(1, 256)])

    assert re.findall(r"(\d+) beginbfchar", cmap) == ["100", "100", "55"]
    assert cmap.count("> <0078>") == 255
