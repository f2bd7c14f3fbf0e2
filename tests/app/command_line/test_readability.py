"""`nahbar readability`: what it tells people and programs."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from app.command_line.exits import Exit
from app.command_line.run import run
from app.letters.readability.rules import Index

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Wir besuchen Sie am 14. Juli. Bitte seien Sie zu Hause.\n"
COUNTS = {
    "words": 11,
    "sentences": 2,
    "syllables": 17,
    "long_words": 1,
    "one_syllable_words": 6,
    "three_plus_syllable_words": 1,
}


def _told(capsys: pytest.CaptureFixture[str], file: object, language: str) -> dict[str, Any]:
    assert run(["readability", str(file), "--lang", language, "--json"]) == Exit.DONE
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A short text."""
    text = tmp_path / "letter.txt"
    text.write_text(TEXT, encoding="utf-8")
    return text


def test_programs_are_told_counts_and_every_index(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _told(capsys, file, "de")

    assert {name: told[name] for name in COUNTS} == COUNTS
    assert all(isinstance(told[index.value], float) for index in Index)
    assert told["average_sentence_length"] == 5.5
    assert told["lix"] == pytest.approx(5.5 + 100 / 11, abs=0.0001)
    assert told["meant_for"]["wstf1"] == ["de"]
    assert told["longest_words"] == [{"text": "besuchen", "letters": 8}]
    assert told["longest_sentences"][0] == {"text": "Wir besuchen Sie am 14. Juli.", "words": 6}


def test_people_are_told_what_is_meant_for_the_language(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {}
    for language in ("de", "da", "en"):
        assert run(["readability", str(file), "--lang", language]) == Exit.DONE
        said[language] = capsys.readouterr().out

    assert [name for name, text in said.items() if "Wiener" in text] == ["de"]
    assert [name for name, text in said.items() if "Flesch Reading Ease" in text] == ["en"]
    assert all("LIX: " in text for text in said.values())


def test_a_mark_of_the_byte_order_and_windows_line_ends_count_for_nothing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = _told(capsys, file, "de")
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())

    assert _told(capsys, file, "de") == plain


def test_a_dash_reads_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    assert _told(capsys, "-", "de")["words"] == 11


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, Exit.UNAVAILABLE),
        (b"", Exit.REFUSED),
        (b" \n- \n ...", Exit.REFUSED),
        (b"Gr\xfc\xdfe", Exit.REFUSED),
        (b"\xff\xfeG\x00r\x00", Exit.REFUSED),
        (b"a" * 20_000_001, Exit.REFUSED),
    ],
    ids=["missing", "empty", "no words", "Latin 1", "UTF-16", "too large"],
)
def test_bad_input_gets_one_sentence(
    content: bytes | None, code: Exit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "letter.txt"
    if content is not None:
        file.write_bytes(content)

    assert run(["readability", str(file), "--lang", "de"]) == code

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_a_folder_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["readability", str(tmp_path), "--lang", "de"]) == Exit.UNAVAILABLE
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("given", [["readability", "x"], ["readability", "x", "--lang", "fr"]])
def test_arguments_that_make_no_sense_end_with_two(given: list[str]) -> None:
    assert run(given) == Exit.USAGE
