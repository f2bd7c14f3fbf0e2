"""Another program (poppler's pdfinfo) sees the structure of letters as it is meant."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from forms.letters.composed import render
from tests.factories.delivered import drawn, letter, version

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="poppler-utils is prepared on Linux only"
)

FRAME = ["Document", *[" P"] * 8]
"""Letterhead of two lines, return line, recipient, and the four facts of the office."""
FACT = ["  TR", "   TH", "   TD"]
ITEM = ["  LI", "   Lbl", "   LBody"]


def pdfinfo(pdf: bytes, folder: Path, option: str) -> list[str]:
    """Answer the lines that pdfinfo writes about a PDF."""
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    command = ["pdfinfo", option, str(file)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


def tree(pdf: bytes, folder: Path) -> list[str]:
    """Answer the types of elements, indented by one blank for each level."""
    elements = (
        re.fullmatch(r"( *)([A-Z]\w*)(?: \(\w+\))?:?", line)
        for line in pdfinfo(pdf, folder, "-struct")
    )
    return [" " * (len(found[1]) // 2) + found[2] for found in elements if found]


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("appointment", [" H1", *[" P"] * 2, " Table", *FACT * 3, *[" P"] * 7]),
        (
            "document_request",
            [" H1", *[" P"] * 2, " Table", *FACT * 3, " P", " L", *ITEM * 3, *[" P"] * 6],
        ),
        (
            "hearing",
            [
                *[" H1", " P", " P", " Table", *FACT * 2, " H2", " P", " H2", *[" P"] * 3],
                *[" H2", *[" P"] * 4],
            ],
        ),
    ],
)
def test_the_tree_of_a_letter(code: str, body: list[str], tmp_path: Path) -> None:
    assert tree(drawn(code, "de"), tmp_path) == [*FRAME, *body]


def test_two_languages_side_by_side_take_turns(tmp_path: Path) -> None:
    second = version("appointment", "ar")
    pdf = render(letter("appointment", "de", second=second, arrangement="columns"))
    table = [" Table", *FACT * 3]

    assert tree(pdf, tmp_path)[: len(FRAME) + 26] == [
        *FRAME,
        *[" H1"] * 2,
        *[" P"] * 4,
        *table * 2,
    ]


def test_a_letter_of_several_pages_is_one_tree(tmp_path: Path) -> None:
    one = tree(render(letter("document_request", "de")), tmp_path)
    several = tree(render(letter("document_request", "de", size="large18")), tmp_path)

    assert one == several


def test_each_element_says_what_was_typed(tmp_path: Path) -> None:
    lines = pdfinfo(drawn("appointment", "de"), tmp_path, "-struct-text")
    said = " ".join(" ".join(lines).split())
    shown = [
        "Ihr Termin: Montag, 30. November 2026",
        "Guten Tag Erna Muster,",
        "Wann",
        "Montag, 30. November 2026, 10:00 bis 11:00 Uhr",
        "Freundliche Grüße",
        "Petra Schneider",
    ]
    places = [said.find(text, said.find("H1")) for text in shown]

    assert all(place >= 0 for place in places), said
    assert places[:5] == sorted(places[:5])
