"""A caretaker's call, its answer and what follows, and a conference, without a mouse."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.stories import enquiry_steps, psp_steps
from tests.stories.people import PICTURES, desktop, program

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own"),
    pytest.mark.parametrize("language", ["de", "da"]),
]


def test_drawn_curtains_are_answered_and_a_second_person_is_conferred_on(
    tmp_path: Path, language: str
) -> None:
    papers = PICTURES / language / "papers"
    shutil.rmtree(papers, ignore_errors=True)
    papers.mkdir(parents=True)
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            enquiry_steps.prepare(office, language)
            psp_steps.prepare(office, language)
        with program(on) as walk:
            enquiry_steps.take_the_call(walk)
            enquiry_steps.close_too_early(walk)
            enquiry_steps.answer(walk, papers / "answer.pdf")
            enquiry_steps.send_somebody(walk)
            enquiry_steps.close(walk)
            enquiry_steps.find_again(walk)
            psp_steps.bring_up(walk)
            psp_steps.confer(walk)
            psp_steps.give_extracts(walk, papers)
        letter = (papers / "answer.pdf").read_bytes()
        enquiry_steps.read_answer(letter, on.look(enquiry_steps.shown))
        psp_steps.read_extracts(papers, language)
        on.look(enquiry_steps.see)
        on.look(psp_steps.see)
