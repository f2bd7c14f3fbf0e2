"""The texts of letters: a fixed list of fields, short sentences, the same blocks everywhere."""

from __future__ import annotations

import pytest

from forms.texts import FIELDS, UnknownFieldError, parse, texts

PAPERS = ("candidate_card", "day_pack", "phone_list", "recovery_page", "visit_sheet", "week_plan")
LANGUAGES = ("de", "da", "en")


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(UnknownFieldError, match="diagnosis"):
        parse("[body]\nHello {diagnosis}")


@pytest.mark.parametrize("field", ["visitor.__class__", "visitor!r", "0", "", "a b"])
def test_no_expression_is_a_field(field: str) -> None:
    with pytest.raises(UnknownFieldError):
        parse(f"[body]\n{{{field}}}")


@pytest.mark.parametrize("paper", PAPERS)
def test_every_language_has_the_same_blocks_with_the_same_fields(paper: str) -> None:
    blocks = [texts(paper, language).blocks for language in LANGUAGES]

    assert blocks[0].keys() == blocks[1].keys() == blocks[2].keys()
    assert all(block for language in blocks for block in language.values())


def test_a_value_is_never_read_as_a_field() -> None:
    said = parse("[body]\n{visitor} {phone}").say("body", visitor="{phone}", phone="1 % <b>")

    assert said == "{phone} 1 % <b>"


def test_a_block_is_said_in_its_variant() -> None:
    known = parse("[wish]\nA\n\n[wish.phone]\nB")

    assert (known.say("wish", "phone"), known.say("wish", "home")) == ("B", "A")
    assert known.choices("wish") == {"phone"}


def test_line_ends_in_a_text_count_as_spaces() -> None:
    assert parse("[a]\none\n  two\n").say("a") == "one two"


def test_fields_are_few_and_plain() -> None:
    assert all(field.isidentifier() for field in FIELDS)
