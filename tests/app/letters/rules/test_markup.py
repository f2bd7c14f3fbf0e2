"""Requirements of the markup of templates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Problem
from app.letters.rules.body import (
    Bullets,
    Facts,
    Heading,
    Paragraph,
    Span,
    plain,
    sentences_of,
)
from app.letters.rules.fields import FIELDS
from app.letters.rules.markup import TemplateText, fill, missing_values, read_template

SOURCE = """[subject]
Your visit on {visit_day}

[purpose]
Dear **{name}**, we come
at {visit_time}.

We look forward to it.
[purpose.phone]
We ring you.
[facts]
# What you need
| When | {visit_day} |
| Where | at home |
- bring {{this}}
- {documents}
"""
VALUES = {
    "visit_day": "Monday",
    "visit_time": "10:00",
    "name": "Erna {today} **x**",
    "documents": "Rent\nPension\n",
}


def template(source: str = SOURCE) -> TemplateText:
    """Read a template that must be right."""
    read = read_template(source)
    assert isinstance(read, TemplateText), read
    return read


def wrong(source: str) -> list[tuple[str, object]]:
    """Answer what is wrong with a template, and in which line."""
    read = read_template(source, required=())
    assert not isinstance(read, TemplateText)
    return [(problem.message, problem.values.get("line")) for problem in read]


def test_lines_without_an_empty_one_between_are_one_paragraph() -> None:
    body = fill(template().lines("purpose"), VALUES)

    assert [plain(piece.text) for piece in body if isinstance(piece, Paragraph)] == [
        "Dear Erna {today} **x**, we come at 10:00.",
        "We look forward to it.",
    ]


def test_what_a_value_contains_is_never_read_as_markup() -> None:
    first, *_ = fill(template().lines("purpose"), VALUES)

    assert isinstance(first, Paragraph)
    assert first.text[1] == Span("Erna {today} **x**", strong=True)


def test_headings_facts_and_lists_are_told_apart_and_lists_spread() -> None:
    body = fill(template().lines("facts"), VALUES)

    assert body == (
        Heading((Span("What you need"),)),
        Facts(
            (
                ((Span("When"),), (Span("Monday"),)),
                ((Span("Where"),), (Span("at home"),)),
            )
        ),
        Bullets(((Span("bring {this}"),), (Span("Rent"),), (Span("Pension"),))),
    )
    assert sentences_of(body).splitlines()[-1] == "Pension"


def test_a_variant_is_taken_where_there_is_one() -> None:
    read = template()

    assert [line.text for line in read.lines("purpose", "phone")] == ["We ring you."]
    assert read.lines("purpose", "home") == read.lines("purpose")
    assert read.lines("legal") == ()


def test_fields_without_a_value_are_named() -> None:
    fields = template().fields()

    assert fields == {"visit_day", "visit_time", "name", "documents"}
    assert missing_values(fields, VALUES) == ()
    (problem,) = missing_values(fields, {**VALUES, "documents": " \n"})
    assert (problem.field, problem.values["field"]) == ("documents", Problem("Documents"))


@pytest.mark.parametrize(
    ("source", "word", "line"),
    [
        ("[purpose]\nHello {nobody}", "no field", 2),
        ("[purpose]\nHello {name", "brace", 2),
        ("[purpose]\nHello }", "brace", 2),
        ("[purpose]\n\n**strong", "**", 3),
        ("[purpose]\n| only one |", "fact", 2),
        ("[purpose]\n![x](file.png)", "HTML", 2),
        ("[purpose]\n<img src='x'>", "HTML", 2),
        ("[nonsense]\nText", "no block", 1),
        ("[purpose]\nA\n[purpose]\nB", "second time", 3),
        ("Text", "no block", 1),
    ],
)
def test_a_mistake_is_named_with_its_line(source: str, word: str, line: int) -> None:
    ((message, at),) = wrong(source)

    assert word in message
    assert at == line


def test_a_block_that_a_letter_needs_is_missed() -> None:
    assert read_template("[purpose]\nText") == (
        Problem("The block [{block}] is missing.", "text", {"block": "subject"}),
    )


def test_a_template_has_an_end() -> None:
    assert "at most" in wrong("[purpose]\n" + "x" * 20_000)[0][0]


@given(st.text())
def test_any_text_is_read_or_refused_with_a_sentence(source: str) -> None:
    read = read_template(source, required=())

    if isinstance(read, TemplateText):
        values = dict.fromkeys(FIELDS, "value")
        for block in read.blocks:
            fill(read.lines(block), values)
    else:
        assert all(problem.message.format(**problem.values) for problem in read)


@given(st.text())
def test_any_value_comes_out_as_it_was_but_for_its_spaces(value: str) -> None:
    (piece,) = fill(
        template("[subject]\nx\n[purpose]\nSay {name}!").lines("purpose"), {"name": value}
    )

    assert isinstance(piece, Paragraph)
    assert plain(piece.text).split() == f"Say {' '.join(value.split())}!".split()


def test_a_number_is_held_together_by_its_spaces() -> None:
    read = read_template("[subject]\n{phone}\n[purpose]\nCall {phone}.")
    assert isinstance(read, TemplateText)

    (piece,) = fill(read.lines("purpose"), {"phone": "0211\u00a0899\n 8999"})
    assert piece == Paragraph((Span("Call 0211\u00a0899 8999."),))
