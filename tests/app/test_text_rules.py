"""Every text is stored as typed or refused at its field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text_rules import (
    MISSING,
    NOT_STORABLE,
    ONE_LINE,
    TOO_LONG,
    check_text,
    is_blank,
)

HOSTILE_BUT_WELCOME = (
    "😀👩‍👩‍👧",
    "\u202egnp.exe",
    "\u2066שלום\u2069",  # noqa: RUF001 - Hebrew, written right to left
    "<b>fett</b>",
    "<img src=/etc/passwd>",
    "100 % _ ' \" ; DROP TABLE client; --",
    "{name} %s \\n",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
)


@pytest.mark.parametrize("text", HOSTILE_BUT_WELCOME)
def test_strange_but_writable_text_is_welcome(text: str) -> None:
    assert check_text(text, "given_name", longest=200) == ()


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ud800"])
def test_what_no_file_can_keep_is_refused_at_its_field(character: str) -> None:
    (problem,) = check_text("ab" + character, "hint", longest=200, lines=True)
    assert problem.message == NOT_STORABLE
    assert problem.field == "hint"
    assert problem.values == {"character": f"U+{ord(character):04X}", "position": 3}


def test_a_text_may_be_exactly_as_long_as_allowed() -> None:
    assert check_text("x" * 20_000, "about", longest=20_000) == ()
    (problem,) = check_text("x" * 20_001, "about", longest=20_000)
    assert problem.message == TOO_LONG
    assert problem.values == {"count": 20_001, "longest": 20_000}


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "\u202e \u2066"])
def test_a_required_text_has_something_to_see(text: str) -> None:
    assert is_blank(text)
    (problem,) = check_text(text, "family_name", longest=200, required=True)
    assert problem.message == MISSING
    assert check_text(text, "family_name", longest=200) == ()


@pytest.mark.parametrize("line_break", ["\n", "\t", "\r\n", "\u2028", "\u2029", "\x85"])
def test_a_single_line_has_no_line_break(line_break: str) -> None:
    (problem,) = check_text(f"a{line_break}b", "street", longest=200)
    assert problem.message == ONE_LINE


def test_a_note_keeps_its_lines_and_tabs() -> None:
    assert check_text("first\n\tsecond", "text", longest=200, lines=True) == ()


@given(text=st.text(), lines=st.booleans())
def test_whatever_passes_can_be_written_as_utf_8(text: str, *, lines: bool) -> None:
    if not check_text(text, "text", longest=100, lines=lines):
        text.encode("utf-8")
        assert "\x00" not in text


@given(text=st.text(alphabet=st.characters(), max_size=50))
def test_no_text_has_more_than_one_problem(text: str) -> None:
    assert len(check_text(text, "text", longest=20, required=True)) <= 1
