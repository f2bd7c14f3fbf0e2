"""The prose of a template: what is measured, and where it stands."""

from __future__ import annotations

from app.letters.studio.prose import prose

SOURCE = "[subject]\nIhr Termin\n\n[facts]\n| Wann | {day} |\n\n[next]\nEs ist **sehr** {{gut}}.\n"


def test_markup_is_taken_out_and_fields_are_filled() -> None:
    text = prose(SOURCE, {"day": "Montag"}).text

    assert text == "\nIhr Termin\n\n\nWann: Montag\n\n\nEs ist sehr {gut}.\n"


def test_each_word_is_found_again_where_it_was_typed() -> None:
    found = prose(SOURCE, {"day": "am Montag in der nächsten Woche"})
    for word in ("Termin", "Wann", "sehr", "gut", "Es ist"):
        start = found.text.index(word)
        place = found.place(start, start + len(word))
        assert place is not None
        assert SOURCE[place[0] : place[1]] == word


def test_a_part_with_a_field_in_it_covers_the_field() -> None:
    source = "[purpose]\nWir kommen {day} zu Ihnen."
    found = prose(source, {"day": "Montag"})
    start = found.text.index("kommen")
    place = found.place(start, found.text.index("zu"))

    assert place is not None
    assert source[place[0] : place[1]].strip() == "kommen {day}"
    end = found.text.index("Montag") + len("Montag")
    ending = found.place(start, end)
    assert ending is not None
    assert source[ending[0] : ending[1]] == "kommen {day}"


def test_what_lies_inside_a_value_has_no_place() -> None:
    found = prose("[purpose]\n{day}.", {"day": "Donnerstagnachmittag"})
    start = found.text.index("nach")

    assert found.place(start, start + 4) is None


def test_an_unknown_field_stays_as_it_is_typed() -> None:
    assert prose("{what}", {}).text == "{what}"
