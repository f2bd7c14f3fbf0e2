"""What a letter says: nothing blank, nothing of a value read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import Refused
from app.letters.composing.compose import Words, compose, legal_lines
from app.letters.composing.templates import TemplateRow
from app.letters.legal.queries import legal_blocks
from app.letters.rules.body import Bullets, Facts, Heading, Paragraph, plain, sentences_of
from app.letters.rules.fields import FIELDS
from app.letters.rules.markup import BLOCKS, TemplateText, read_template
from app.letters.templates.delivered import common_text
from app.letters.templates.rules import Kind

if TYPE_CHECKING:
    from forms.letters.composed import Version

SOURCE = """
[subject]
Über {benefit}

[purpose]
Sie bekommen {amount}.

Ihr Zeichen ist {file_number}.

[facts]
| Zeichen | {file_number} |
| Betrag | {amount} |

[steps]
- {documents}
- Ausweis
"""


def _row(*needs: str) -> TemplateRow:
    kind, blocks = Kind.LETTER, frozenset(BLOCKS)
    return TemplateRow("x", "X", kind, frozenset(needs), blocks, {}, False, "de")  # noqa: FBT003 - the columns of a row


def _text(source: str = SOURCE) -> TemplateText:
    read = read_template(source)
    assert isinstance(read, TemplateText)
    return read


def _said(row: TemplateRow, source: str = SOURCE, **values: str) -> Version:
    known = {**dict.fromkeys(FIELDS, ""), "name": "Erna", "benefit": "Wohngeld", **values}
    return compose(Words("de", _text(source), known, common_text("de")), row)


def test_what_is_not_known_is_left_out_with_its_line() -> None:
    body = _said(_row(), amount="42 €").body

    assert "Zeichen" not in sentences_of(body)
    (facts,) = [piece for piece in body if isinstance(piece, Facts)]
    assert len(facts.rows) == 1
    (items,) = [piece for piece in body if isinstance(piece, Bullets)]
    assert [plain(item) for item in items.items] == ["Ausweis"]


@pytest.mark.parametrize(("needs", "field"), [(("amount",), "amount"), ((), "benefit")])
def test_what_is_needed_or_in_the_subject_is_asked_for(needs: tuple[str, ...], field: str) -> None:
    with pytest.raises(Refused) as refused:
        _said(_row(*needs), benefit="" if field == "benefit" else "Wohngeld")

    assert [problem.field for problem in refused.value.problems] == [field]


def test_each_line_of_a_value_is_an_item() -> None:
    body = _said(_row(), documents="Mietvertrag\nKontoauszug").body
    (items,) = [piece for piece in body if isinstance(piece, Bullets)]

    assert [plain(item) for item in items.items] == ["Mietvertrag", "Kontoauszug", "Ausweis"]


def test_greeting_and_closing_are_those_of_all_letters_unless_the_template_has_its_own() -> None:
    said = sentences_of(_said(_row(), contact="Anna").body)
    own = sentences_of(_said(_row(), f"{SOURCE}\n[closing]\nBis bald\n").body)

    assert said.startswith("Guten Tag Erna,")
    assert "Freundliche Grüße\nAnna" in said
    assert "Freundliche Grüße" not in own
    assert own.endswith("Bis bald")


def test_the_closing_stays_with_its_names_and_has_room_for_a_signature() -> None:
    body = _said(_row(), contact="Anna", office="Amt").body
    closing = [piece for piece in body if isinstance(piece, Paragraph)][-3:]

    assert [piece.stays for piece in closing] == [True, True, False]
    assert closing[0].room > 0


def test_every_legal_block_can_be_set_below_its_title() -> None:
    for country in ("de", "dk"):
        for block in legal_blocks(country):
            assert legal_lines(block)[0].text == f"# {block.title}"


def test_a_phone_number_is_never_parted() -> None:
    source = f"{SOURCE}\n[whom]\nRufen Sie an: {{phone}}\n"

    assert "0211\u00a0899\u00a01" in sentences_of(_said(_row(), source, phone="0211 899 1").body)


def test_headings_stand_before_their_text() -> None:
    body = _said(_row(), f"{SOURCE}\n[next]\n# Dann\nWir schreiben.\n").body

    assert any(isinstance(piece, Heading) for piece in body)
