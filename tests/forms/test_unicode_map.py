"""Character maps of embedded fonts."""

from __future__ import annotations

import re

from forms.unicode_map import unicode_map, without_nothing


def test_a_code_stands_for_one_or_more_characters() -> None:
    cmap = unicode_map([(1, "a"), (2, "لا")])

    assert "<01> <0061>" in cmap
    assert "<02> <06440627>" in cmap


def test_a_block_has_at_most_a_hundred_entries() -> None:
    cmap = unicode_map([(code, "x") for code in range(1, 256)])

    assert re.findall(r"(\d+) beginbfchar", cmap) == ["100", "100", "55"]
    assert cmap.count("> <0078>") == 255


def test_entries_for_nothing_are_left_out() -> None:
    cmap = without_nothing("<00> <FF>\n3 beginbfchar\n<00> <0000>\n<01> <0041>\n<02> <00410000>\n")

    assert "1 begincodespacerange\n<00> <FF>" in cmap
    assert "2 beginbfchar\n<01> <0041>\n<02> <00410000>\n" in cmap
    assert "<0000>" not in cmap
