"""Requirements of recovery keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Refused
from db.recovery import ALPHABET, GROUP_LETTERS, GROUPS, new_recovery_key, secret_of, tidy

KEY = new_recovery_key()
PLACES = [at for at, letter in enumerate(KEY) if letter != "-"]


def named_group(text: str) -> object:
    with pytest.raises(Refused) as refused:
        tidy(text)
    (problem,) = refused.value.problems
    assert problem.field == "recovery_key"
    return problem.values["group"]


def test_a_new_key_has_six_groups_of_six_letters_that_nobody_confuses() -> None:
    groups = new_recovery_key().split("-")
    assert [len(group) for group in groups] == [GROUP_LETTERS] * GROUPS
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("ILOU")


def test_no_two_keys_are_alike() -> None:
    assert len({new_recovery_key() for _ in range(100)}) == 100


@given(st.sampled_from(PLACES), st.sampled_from(ALPHABET))
def test_any_one_mistyped_letter_names_its_group(place: int, letter: str) -> None:
    if KEY[place] == letter:
        assert tidy(KEY) == KEY
        return
    mistyped = KEY[:place] + letter + KEY[place + 1 :]
    assert named_group(mistyped) == place // (GROUP_LETTERS + 1) + 1


@given(st.sampled_from(PLACES), st.characters(blacklist_categories=["Cs"]))
def test_any_foreign_character_names_its_group_or_changes_nothing(place: int, sign: str) -> None:
    mistyped = KEY[:place] + sign + KEY[place + 1 :]
    try:
        assert tidy(mistyped) == KEY
    except Refused as refused:
        assert 1 <= int(str(refused.problems[0].values["group"])) <= GROUPS  # noqa: PT017 - or right


@pytest.mark.parametrize("first", [at for at in PLACES if at + 1 in PLACES])
def test_two_swapped_letters_name_their_group(first: int) -> None:
    letters = list(KEY)
    letters[first], letters[first + 1] = letters[first + 1], letters[first]
    if letters == list(KEY):
        return
    assert named_group("".join(letters)) == first // (GROUP_LETTERS + 1) + 1


def test_two_swapped_groups_are_found() -> None:
    groups = KEY.split("-")
    groups[1], groups[2] = groups[2], groups[1]
    assert named_group("-".join(groups)) == 2


@pytest.mark.parametrize("number", range(1, GROUPS + 1))
def test_a_forgotten_letter_names_its_group(number: int) -> None:
    groups = KEY.split("-")
    groups[number - 1] = groups[number - 1][:-1]
    assert named_group("-".join(groups)) == number


def test_a_key_without_its_last_group_names_that_group() -> None:
    assert named_group(KEY.rpartition("-")[0]) == GROUPS


def test_case_spaces_and_look_alikes_do_not_matter() -> None:
    typed = KEY.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert tidy(f"  {typed}\n") == KEY
    assert tidy(KEY.replace("-", "").replace("1", "I")) == KEY
    assert tidy(KEY.replace("-", " – ")) == KEY


def test_wide_letters_of_another_keyboard_are_understood() -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in KEY.replace("-", ""))
    assert tidy(wide) == KEY


def test_nothing_typed_is_said_plainly() -> None:
    with pytest.raises(Refused, match="Type the recovery key"):
        tidy(" - ")


def test_too_many_groups_are_said_plainly() -> None:
    with pytest.raises(Refused, match="more were typed"):
        tidy(f"{KEY}-{KEY}")


def test_the_secret_does_not_depend_on_how_it_was_typed() -> None:
    assert secret_of(KEY.lower()) == secret_of(KEY)


@given(st.text(max_size=60))
def test_any_text_is_a_key_or_refused(text: str) -> None:
    try:
        tidy(text)
    except Refused:
        return
    assert len(tidy(text)) == len(KEY)
