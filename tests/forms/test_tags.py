"""What a document says about its parts while it is drawn."""

from __future__ import annotations

from forms.tags import (
    ARTIFACT,
    Mark,
    Tags,
    block,
    fixed,
    item,
    new_list,
    new_table,
    row,
    tree,
)


def test_one_block_after_the_other_is_marked_and_ended() -> None:
    tags = Tags()

    assert tags.begin(block("H1")) == ("/H1 <</MCID 0>> BDC",)
    assert tags.begin(block("P")) == ("EMC", "/P <</MCID 1>> BDC")
    assert tags.end() == ("EMC",)
    assert tags.end() == ()


def test_more_of_the_same_block_needs_no_new_mark() -> None:
    tags, text = Tags(), block("P")
    tags.begin(text)

    assert tags.begin(text) == ()


def test_two_blocks_of_one_role_are_two() -> None:
    tags = Tags()
    tags.begin(block("P"))
    tags.begin(block("P"))

    document, _owners = tree(tags.pages)
    assert len(document.parts) == 2


def test_what_is_no_text_is_an_artifact() -> None:
    tags = Tags()

    assert tags.begin(ARTIFACT) == ("/Artifact BMC",)
    assert tags.begin(ARTIFACT) == ()
    assert tags.pages == ((),)


def test_a_block_goes_on_on_the_next_page_with_a_number_of_that_page() -> None:
    tags, text = Tags(), block("P")
    tags.begin(text)
    tags.end()
    tags.new_page()

    assert tags.begin(text) == ("/P <</MCID 0>> BDC",)
    document, owners = tree(tags.pages)
    [element] = document.parts
    assert not isinstance(element, Mark)
    assert element.parts == [Mark(0, 0), Mark(1, 0)]
    assert owners == [[element], [element]]


def test_cells_stand_in_their_row_and_rows_in_their_table() -> None:
    tags, table = Tags(), new_table()
    for _time in range(2):
        for cell in row(table):
            tags.begin(cell)

    document, _owners = tree(tags.pages)
    [found] = document.parts
    assert not isinstance(found, Mark)
    assert found.block is table
    assert len(found.parts) == 2


def test_lists_say_how_they_are_numbered() -> None:
    label, body = item(new_list("Decimal"))

    assert label[:2] == body[:2]
    assert [part.role for part in label] == ["L", "LI", "Lbl"]
    assert label[0].attributes == "<</O /List /ListNumbering /Decimal>>"


def test_text_is_noted_for_its_block_alone() -> None:
    tags, text = Tags(), block("P")
    tags.begin(text)
    tags.say("Guten", goes_on=True, is_turned=False)
    tags.begin(ARTIFACT)
    tags.say("Seite 1", goes_on=False, is_turned=False)
    tags.begin(text)
    tags.say("Tag", goes_on=False, is_turned=True)

    assert tags.turned() == {text[0]: "Guten Tag"}


def test_text_that_is_read_as_it_is_seen_need_not_be_repeated() -> None:
    tags = Tags()
    tags.begin(block("P"))
    tags.say("Guten Tag", goes_on=False, is_turned=False)

    assert tags.turned() == {}


def test_the_block_of_a_place_is_the_same_in_every_document() -> None:
    assert fixed("subject", "H1") is fixed("subject", "H1")
    assert fixed("subject", "H1") != fixed("subject", "H1", "da")
