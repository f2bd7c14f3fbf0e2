"""README is true: its pictures are there, its verbs exist, its table has every measurement."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.command_line.parser import parser

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_six_pictures_are_shown_and_carried() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(shown) == 6
    assert all((ROOT / picture).is_file() for picture in shown)


@pytest.mark.parametrize("verb", sorted(set(re.findall(r"`nahbar ([a-z][a-z-]+)", README))))
def test_every_verb_of_readme_is_a_verb_of_the_program(verb: str) -> None:
    assert verb in parser().format_help()


@pytest.mark.parametrize("verb", sorted(set(re.findall(r"make ([a-z]+)", README))))
def test_every_make_verb_of_readme_is_one(verb: str) -> None:
    assert f"\n{verb}: " in (ROOT / "Makefile").read_text(encoding="utf-8")
