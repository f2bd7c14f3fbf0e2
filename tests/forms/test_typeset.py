"""Lines of text: broken where words end, never wider than their column."""
# ruff: noqa: RUF001 - letters of many scripts are what this file is about

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.bidi import cleaned, isolated
from forms.typeset import LONGEST_LINE, break_lines, in_one, one_line

WORDS = "Wir haben diesen Termin für Sie eingetragen, und wir freuen uns sehr auf Sie. " * 6


def test_lines_fit_and_nothing_is_lost() -> None:
    lines = break_lines(WORDS.strip(), 300, 12)

    assert len(lines) > 5
    assert all(line.width(12) <= 300 for line in lines)
    assert " ".join(line.text for line in lines) == WORDS.strip()


def test_no_line_is_longer_than_eighty_characters() -> None:
    lines = break_lines("ill " * 200, 2000, 12)

    assert max(len(line.text) for line in lines) <= LONGEST_LINE


def test_a_word_wider_than_the_line_is_cut() -> None:
    lines = break_lines("x" * 500, 100, 12)

    assert "".join(line.text for line in lines) == "x" * 500
    assert all(line.width(12) <= 100 for line in lines)


def test_a_line_may_end_behind_a_hyphen_in_a_word_but_not_in_a_number() -> None:
    assert len(break_lines("Ricarda-Huch", one_line("Ricarda-Hu").width(12), 12)) == 2
    phone = break_lines("Tel. 899-8999", one_line("Tel. 899-89").width(12), 12)
    assert [line.text for line in phone] == ["Tel.", "899-8999"]


def test_a_fixed_space_never_ends_a_line() -> None:
    lines = break_lines("um 14:30\u00a0Uhr", one_line("um 14:30 U").width(12), 12)

    assert [line.text for line in lines] == ["um", "14:30\u00a0Uhr"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert [line.text for line in break_lines("", 100, 12)] == [""]


def test_each_run_has_one_font_and_one_direction() -> None:
    runs = one_line(f"Frau {isolated('שרה')} Ελένη 12").runs

    assert [run.font.fontName for run in runs] == [
        "NotoSans-Regular",
        "NotoSansHebrew-Regular",
        "NotoSans-Regular",
    ]
    assert [run.right_to_left for run in runs] == [False, True, False]


def test_an_isolated_name_may_be_broken_over_lines() -> None:
    name = isolated("محمد حسین زاده تبریزی")
    lines = break_lines(f"Guten Tag {name}, wie geht es?", 90, 12)

    assert len(lines) > 2
    assert all(line.width(12) <= 90 for line in lines)


@pytest.mark.parametrize("width", [1, 30, 400])
@given(text=st.text(st.sampled_from("ab -12אבجم۱،.\u2068\u2069\u0301ﷺ"), max_size=40))
def test_any_text_is_set(width: float, text: str) -> None:
    shown = cleaned(text)
    lines = break_lines(shown, width, 12)

    kept = sorted("".join(line.text for line in lines).replace(" ", ""))
    assert kept == sorted(shown.replace(" ", ""))


def test_a_line_knows_what_was_typed() -> None:
    line = one_line(f"Frau {isolated('שרה כהן')}, guten Tag")

    assert line.typed == "Frau שרה כהן, guten Tag"
    assert line.is_turned
    assert not one_line("Frau Krüger").is_turned


def test_words_stay_apart_where_a_line_is_broken() -> None:
    lines = break_lines("Ricarda-Huch-Straße zwölftens", one_line("Ricarda-Huch-S").width(12), 12)
    printed = ["".join(run.text for run in line.printed) for line in lines]

    assert printed == ["Ricarda-Huch-", "Straße ", "zwölftens"]
    assert "".join(printed) == "Ricarda-Huch-Straße zwölftens"


def test_a_space_follows_names_in_every_script() -> None:
    first, last = in_one(one_line(name) for name in ("שרה", "כהן"))

    assert [run.text for run in first.printed] == ["שרה", " "]
    assert [run.text for run in last.printed] == ["כהן"]
    assert first.width(12) == one_line("שרה").width(12)


def test_strong_words_are_bold_and_the_rest_is_not() -> None:
    text = "Bitte rufen Sie bis Montag an."
    start = text.index("Montag")
    lines = break_lines(text, 400, 12, strong=((start, start + 6),))
    weights = [(run.text, run.font.fontName.endswith("SemiBold")) for run in lines[0].runs]

    assert weights == [("Bitte rufen Sie bis ", False), ("Montag", True), (" an.", False)]


def test_a_strong_name_of_the_other_direction_keeps_its_place() -> None:
    text = f"Frau {isolated('שרה כהן')}, guten Tag"
    plain = break_lines(text, 400, 12)[0]
    strong = break_lines(text, 400, 12, strong=((5, 14),))[0]

    assert [run.right_to_left for run in strong.runs] == [run.right_to_left for run in plain.runs]
    assert strong.typed == plain.typed
