"""Letters drawn into files by another process."""

from __future__ import annotations

import os
import pickle
import stat
from typing import TYPE_CHECKING

import pytest

from app.letters.mass.drawing import draw
from forms.letters.composed import NO_RECIPIENT, render
from tests.factories.papers import appointment

if TYPE_CHECKING:
    from pathlib import Path


def test_a_letter_stands_in_its_file_as_it_is_printed(tmp_path: Path) -> None:
    letter, file = appointment(), tmp_path / "1.pdf"

    assert draw([(letter, str(file))]) == [[]]
    assert file.read_bytes() == render(letter)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_nobody_else_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "1.pdf"
    draw([(appointment(), str(file))])

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_one_that_is_refused_says_why_and_keeps_no_other_back(tmp_path: Path) -> None:
    tasks = [
        (appointment(recipient=recipient), str(tmp_path / f"{at}.pdf"))
        for at, recipient in enumerate([("Erna",), ("Erna", "Musterweg 7", "40595 Düsseldorf")])
    ]
    refused, drawn = draw(tasks)

    assert refused == [(NO_RECIPIENT, "recipient", {})]
    assert drawn == []
    assert [file.name for file in tmp_path.iterdir()] == ["1.pdf"]


def test_no_file_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "1.pdf"
    file.write_bytes(b"kept")

    with pytest.raises(FileExistsError):
        draw([(appointment(), str(file))])
    assert file.read_bytes() == b"kept"


def test_letters_and_answers_go_from_process_to_process(tmp_path: Path) -> None:
    letter = appointment(recipient=("Erna",))
    sent = pickle.loads(pickle.dumps(letter))  # noqa: S301 - our own, just made
    answer = draw([(sent, str(tmp_path / "1.pdf"))])

    assert sent == letter
    assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301 - as above
