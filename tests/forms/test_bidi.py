"""Directions of mixed text."""
# ruff: noqa: RUF001 - letters of many scripts are what this file is about

from __future__ import annotations

import pytest

from forms.bidi import cleaned, in_sight_order, is_unseen, isolated, levels, runs_right_to_left


def _shown(text: str) -> str:
    """Answer a text as it stands on paper, letter by letter from the left."""
    places = levels(text)
    runs = in_sight_order(places)
    marks = "".join(
        text[start:end][::-1] if places[start] % 2 else text[start:end] for start, end in runs
    )
    return marks.replace("\u2068", "").replace("\u2069", "")


def test_latin_text_stays_as_it_is() -> None:
    assert _shown("Erna Krüger, 12.") == "Erna Krüger, 12."
    assert set(levels("Ελένη 12")) == {0}


def test_hebrew_runs_from_right_to_left() -> None:
    assert _shown("אבג") == "גבא"


def test_latin_around_hebrew_keeps_its_place() -> None:
    assert _shown("Tel. אבג heute") == "Tel. גבא heute"


def test_numbers_inside_hebrew_are_not_reversed() -> None:
    assert _shown("אב 10:30 גד") == "דג 10:30 בא"


def test_persian_digits_keep_their_order() -> None:
    assert _shown("حسین ۱۰:۳۰").startswith("۱۰:۳۰")


def test_a_date_behind_an_isolated_name_stays_behind_it() -> None:
    sentence = f"Am {isolated('אבג')} 24.11."

    assert _shown(sentence) == "Am גבא 24.11."
    assert _shown("Am אבג 24.11.") != "Am גבא 24.11."


def test_the_full_stop_behind_an_isolated_name_ends_the_sentence() -> None:
    assert _shown(f"{isolated('אבג')}, {isolated('דהו')}.") == "גבא, והד."


def test_an_isolated_name_may_mix_scripts() -> None:
    assert _shown(f"x {isolated('Dr. אבג')} y") == "x Dr. גבא y"


def test_only_names_that_run_right_to_left_are_isolated() -> None:
    assert isolated("Erna") == "Erna"
    assert runs_right_to_left(isolated("שרה"))


def test_joiners_do_not_disturb_the_levels() -> None:
    assert len(levels("حسین\u200cزاده")) == len("حسین\u200cزاده")


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\0", "\x1b", "\ufe0f", "\xad"])
def test_controls_of_user_text_never_reach_the_paper(mark: str) -> None:
    assert is_unseen(mark)
    assert cleaned(f"Er{mark}na") == "Erna"


def test_line_breaks_and_tabs_become_spaces() -> None:
    assert cleaned("  Erna\n\tKrüger\u2028 ") == "Erna Krüger"


def test_joiners_and_fixed_spaces_stay() -> None:
    assert cleaned("می\u200cخواهم") == "می\u200cخواهم"
    assert cleaned("0211\u00a0899") == "0211\u00a0899"
