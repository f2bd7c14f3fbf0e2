"""The press: takes batches in, gives them back drawn, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.letters.mass import press
from app.letters.mass.press import Press
from forms.letters.composed import NO_RECIPIENT
from tests.factories.papers import appointment
from tests.forms.reading import opened, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.letters.mass.drawing import Task

GOOD, BAD = ("Erna Muster", "Musterweg 7", "40595 Düsseldorf"), ("Erna Muster",)


@pytest.fixture(params=["few", "many"])
def made(request: pytest.FixtureRequest) -> Iterator[Press]:
    """A press for few letters, and one that has other processes draw them."""
    of_many = Press(press.MANY if request.param == "many" else 2)
    yield of_many
    of_many.close()


def _tasks(folder: Path, *recipients: tuple[str, ...]) -> list[Task]:
    start = len(list(folder.iterdir()))
    return [
        (appointment(recipient=recipient), str(folder / f"{start + at}.pdf"))
        for at, recipient in enumerate(recipients)
    ]


def test_batches_come_back_in_order_and_with_what_stands_against_them(
    made: Press, tmp_path: Path
) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    made.give(_tasks(tmp_path / "one", GOOD, BAD))
    made.give(_tasks(tmp_path / "two", *[GOOD] * 30))

    assert made.take() == [[], [(NO_RECIPIENT, "recipient", {})]]
    assert made.take() == [[]] * 30
    assert len(list((tmp_path / "two").iterdir())) == 30


def test_few_letters_start_no_other_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(press, "ProcessPoolExecutor", lambda *_a, **_b: pytest.fail("no need"))
    few = Press(press.MANY - 1)
    few.give(_tasks(tmp_path, GOOD))

    assert few.take() == [[]]


def test_many_letters_are_composed_while_others_are_drawn() -> None:
    few, many = Press(2), Press(press.MANY)
    fullness = []
    for _batch in range(4):
        few.give([])
        many.give([])
        fullness.append((few.is_full, many.is_full))
    few.close()
    many.close()

    assert fullness == [(True, False)] * 3 + [(True, True)]


def test_all_pages_are_put_into_one_file(tmp_path: Path) -> None:
    few, whole = Press(2), tmp_path / "all.pdf"
    few.give(_tasks(tmp_path, GOOD, ("Karl Weber", *GOOD[1:])))
    few.take()
    few.begin_merge([tmp_path / "0.pdf", tmp_path / "1.pdf"], whole, "Alle")
    few.wait_for_merge()
    few.close()

    with opened(whole.read_bytes()) as document:
        assert len(document.pages) == 2
    assert text_of(whole.read_bytes()).index("Erna Muster") < text_of(whole.read_bytes()).index(
        "Karl Weber"
    )


def test_who_closes_without_letters_waits_for_nothing() -> None:
    unused = Press(press.MANY)
    unused.wait_for_merge()
    unused.close()
    unused.close()
